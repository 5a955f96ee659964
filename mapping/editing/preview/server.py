"""Serve the preview to this machine alone: four fixed addresses, no folder, no other host."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mapping.files import read_packaged

if TYPE_CHECKING:
    from mapping.editing.preview.page import Shown

HOST = "127.0.0.1"
_FILES = {
    "/": ("frame.html", "text/html; charset=utf-8"),
    "/frame.js": ("frame.js", "text/javascript; charset=utf-8"),
    "/preview.css": ("preview.css", "text/css; charset=utf-8"),
}
_SEALED = "default-src 'none'; " + "; ".join(
    f"{what}-src 'self'" for what in ("script", "style", "frame", "connect")
)
_PATIENCE = 15.0  # seconds after which a quiet line is kept open by a remark


class PreviewServer(ThreadingHTTPServer):
    """A server of one page that tells its readers when it was built anew.

    Parameters
    ----------
    port
        Where to listen; 0 takes any that is free.
    shown
        The first page.
    """

    daemon_threads = True

    def __init__(self, port: int, shown: Shown) -> None:
        self.shown = shown
        self.version = 1
        self.changed = threading.Condition()
        self.stopping = False
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Return where a browser finds it."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def show(self, shown: Shown) -> None:
        """Replace the page, and tell whoever looks at it.

        Parameters
        ----------
        shown
            The new page.
        """
        with self.changed:
            self.shown = shown
            self.version += 1
            self.changed.notify_all()

    def wait_for_news(self, told: int) -> None:
        """Wait until there is another page than one, or for some seconds.

        Parameters
        ----------
        told
            The number of the page that is known.
        """
        with self.changed:
            self.changed.wait_for(lambda: self.version != told or self.stopping, _PATIENCE)

    def stop(self) -> None:
        """Let every reader go, and close."""
        with self.changed:
            self.stopping = True
            self.changed.notify_all()
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Keep the terminal for what was built."""

    def do_GET(self) -> None:
        if not self._is_ours():
            self._answer(403, b"This preview is for this machine only.", "text/plain")
            return
        path = urlsplit(self.path).path
        if path == "/events":
            self._tell()
        elif path == "/page":
            self._answer(200, self.server.shown.html.encode(), "text/html; charset=utf-8")
        elif path in _FILES:
            name, kind = _FILES[path]
            self._answer(200, read_packaged(f"editing/preview/{name}"), kind, sealed=True)
        else:
            self._answer(404, b"There is nothing here.", "text/plain")

    def _is_ours(self) -> bool:
        """Return whether the request names this machine: another site's page names its own."""
        port = self.server.server_address[1]
        hosts = {f"{HOST}:{port}", f"localhost:{port}"}
        origin = self.headers.get("Origin")
        return self.headers.get("Host") in hosts and (
            origin is None or origin in {f"http://{host}" for host in hosts}
        )

    def _answer(self, status: int, body: bytes, kind: str, *, sealed: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if sealed:
            self.send_header("Content-Security-Policy", _SEALED)
        self.end_headers()
        self.wfile.write(body)

    def _tell(self) -> None:
        """Send the number of the page now, and of each later one."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        told = 0
        try:
            while not self.server.stopping:
                version = self.server.version
                line = f"data: {version}\n\n" if version != told else ": quiet\n\n"
                self.wfile.write(line.encode())
                self.wfile.flush()
                told = version
                self.server.wait_for_news(told)
        except OSError:
            return  # the reader went away
