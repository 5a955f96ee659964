// Runs behind the text: it has come whole; index and sources are still to come.
document.dispatchEvent(new Event("told"));
