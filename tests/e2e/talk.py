"""The conversation as a user works it: writes, presses, reads."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def escape(page: Page) -> None:
    """Close the dialog on top by the Escape key and wait until it is gone: so long the page behind it takes no click."""
    dialogs = page.locator("[role=dialog]")
    there = dialogs.count()
    page.keyboard.press("Escape")
    expect(dialogs).to_have_count(there - 1)


class Talk:
    """A tab with the page at `url`."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def open(self, place: str = "chat") -> Talk:
        """Go to a page and wait until it stands there."""
        self.page.goto(f"{self.url}/#/{place}")
        self.page.wait_for_selector("main h1")
        if place == "chat":
            self._loaded()
        return self

    @property
    def composer(self) -> Locator:
        return self.page.locator("#composer")

    def mine(self) -> list[str]:
        """What the user said, as shown."""
        return [text.removeprefix("您：").removeprefix("You:").strip() for text in self._texts(".turn.mine .bubble")]

    def theirs(self) -> list[str]:
        """What the assistant said, as shown."""
        return self._texts(".turn.theirs .bubble")

    def last(self) -> str:
        """All that was said in the last answer."""
        return "\n".join(self.page.locator(".turn.theirs").last.locator(".bubble").all_inner_texts())

    def say(self, text: str) -> str:
        """Say something and return the answer."""
        number = self._settled()
        self.composer.fill(text)
        self.composer.press("Enter")
        self.answered(number + 1)
        return self.last()

    def answered(self, number: int) -> None:
        """Wait until there are so many turns, and none on its way."""
        expect(self.page.locator(".turn.mine:not(.sending)")).to_have_count(number)
        expect(self.page.locator(".turn.sending")).to_have_count(0)

    def reply(self, name: str) -> str:
        """Press a quick reply and return the answer."""
        number = self._settled()
        self.page.get_by_role("button", name=name, exact=True).click()
        self.answered(number + 1)
        return self.last()

    def _settled(self) -> int:
        """Return how many turns there are once those on their way have come: a button of another page may have said one."""
        self._loaded()
        expect(self.page.locator(".turn.sending")).to_have_count(0)
        return self.page.locator(".turn.mine").count()

    def _loaded(self) -> None:
        """Wait until the conversation stands there: before, it looks like one in which nothing was said."""
        expect(self.page.locator(".messages .turn .bubble").first).to_be_visible()
        expect(self.page.locator(".messages .loading")).to_have_count(0)

    def _texts(self, selector: str) -> list[str]:
        return self.page.locator(selector).all_inner_texts()
