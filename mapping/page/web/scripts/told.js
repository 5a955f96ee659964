// Runs behind the text: it has come whole, whatever comes after it.
document.dispatchEvent(new Event("told"));
