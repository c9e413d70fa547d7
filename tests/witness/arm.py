"""As much of Azure Resource Manager as `az login` asks for: which tenants and subscriptions there are.

Source: "Tenants - List" and "Subscriptions - List" of the Azure REST API. Nothing but this witness uses it.
"""

import http.server
import json
import ssl
import threading


class ResourceManager:
    """Over TLS on loopback, for as long as a `with` lasts. `asked` are the paths that were asked for."""

    def __init__(self, authority, tenant):
        self.asked = asked = []

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                path = self.path.split("?")[0]
                asked.append(path)
                known = {"/tenants": [{"id": f"/tenants/{tenant}", "tenantId": tenant}], "/subscriptions": []}
                bearer = self.headers.get("authorization", "").startswith("Bearer ")
                status = 200 if bearer and path in known else 401 if path in known else 404
                body = json.dumps({"value": known.get(path, [])}).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(authority.folder / "certificate.pem", authority.folder / "key.pem")
        self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.base = f"https://localhost:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
