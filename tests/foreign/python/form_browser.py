"""A browser without a screen: loads pages, fills in their forms, follows them; no script, no cookies."""

import html.parser
import urllib.parse

import requests


class _Forms(html.parser.HTMLParser):
    """The forms of a page: their fields, and their buttons by id."""

    def __init__(self, text):
        super().__init__()
        self.kind, self.error, self.forms, self._depth = None, "", [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "main":
            self.kind = attrs.get("data-page")
        if attrs.get("id") == "error":
            self._depth = 1
        elif self._depth:
            self._depth += tag not in ("input", "br", "meta")
        if tag == "form":
            self.forms.append({"action": attrs["action"], "method": attrs.get("method", "get"), "fields": {}, "buttons": {}})
        elif tag == "input" and attrs.get("type") != "checkbox" and "name" in attrs:
            self.forms[-1]["fields"][attrs["name"]] = attrs.get("value", "")
        elif tag == "button":
            self.forms[-1]["buttons"][attrs["id"]] = attrs

    def handle_endtag(self, tag):
        self._depth = max(0, self._depth - 1)

    def handle_data(self, data):
        if self._depth:
            self.error += data


class Browser:
    """One window. `at` is the page it shows: its kind, its forms, what it complains about; `seen` are all kinds so far."""

    def __init__(self, base):
        self.base, self.url, self.at, self.seen = base, None, None, []

    def open(self, url):
        self._take(requests.get(url, allow_redirects=False, timeout=30), url)
        return self

    def press(self, button, **typed):
        """Presses the button with this id, once the fields hold what is typed."""
        form = next((form for form in self.at.forms if button in form["buttons"]), None)
        assert form, f"the page {self.at.kind} has no button {button}"
        pressed = form["buttons"][button]
        fields = {**form["fields"], **typed}
        if "name" in pressed:
            fields[pressed["name"]] = pressed.get("value", "")
        url = urllib.parse.urljoin(self.url, form["action"])
        self._take(requests.post(url, data=fields, allow_redirects=False, timeout=30), url)
        return self

    def _take(self, response, url):
        """Follows redirects. Where one leads off this server, the app is told, and the window stays there."""
        while response.is_redirect:
            url = urllib.parse.urljoin(url, response.headers["location"])
            if not url.startswith(self.base + "/"):
                response = requests.get(url, timeout=30)
                break
            response = requests.get(url, allow_redirects=False, timeout=30)
        self.url, self.status = url, response.status_code
        self.at = _Forms(response.text)
        self.seen.append(self.at.kind)

    def sign_in(self, user_name, accept=True):
        """All the way through, whatever pages come."""
        for _ in range(12):
            match self.at.kind:
                case "account" if not self.at.error:
                    self.press("next", username=user_name)
                case "proof":
                    self.press("approve")
                case "confirm" | "consent":
                    self.press("accept" if accept else "cancel")
                case "post-back":
                    self.press("next")
                case _:
                    return self
        raise AssertionError(f"the pages never end; the last is {self.at.kind}")


def enter_device_code(base, page, user_code, user_name, accept=True):
    """What somebody with a device code does in a browser elsewhere."""
    browser = Browser(base).open(page)
    browser.press("next", user_code=user_code)
    return browser.sign_in(user_name, accept)
