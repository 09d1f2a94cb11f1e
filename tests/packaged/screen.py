"""A screen without a monitor, a keyboard, and a screen reader: for the packaged program as a store's clerk meets it.

Everything is the real thing: Xvfb takes the window, xdotool presses the keys, and what stands where is asked over the
accessibility bus, as a screen reader asks. So nothing here waits for seconds: it waits for what a person would see.

Needs Xvfb, xdotool, dbus and at-spi2-core (Debian's packages), and `jeepney` of the extra `package`.
"""

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import DBusAddress, MatchRule, Message, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.packaged.closing import ask_to_close

MOST = 120.0  # seconds until something is called missing: for a machine that is slow and busy
_MOST_TABS = 90
_BETWEEN_LOOKS = 0.05
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = "/org/a11y/atspi/accessible/root"
_SHOWING = 1 << 25
_FOCUSED = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the screen, as a screen reader knows it."""

    owner: str
    path: str


class Reader:
    """The screen reader: what has the keyboard, and what is on the screen."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self._focus: Thing | None = None
        registry = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
        self._ask(new_method_call(registry, "RegisterEvent", "sass", ("object:state-changed:focused", [], "")))
        self._ask(message_bus.AddMatch(_FOCUSED))
        self._heard = self._bus.filter(_FOCUSED, bufsize=1000).__enter__()

    def focus(self) -> Thing | None:
        """What has the keyboard now."""
        self.listen(0)
        return self._focus

    def listen(self, seconds: float) -> bool:
        """Hears what went on; whether the keyboard went elsewhere within so many seconds."""
        end, moved = time.monotonic() + seconds, False
        while True:
            with contextlib.suppress(TimeoutError):
                self._bus.recv_messages(timeout=0.001)
            while self._heard:
                moved = self._note(self._heard.popleft()) or moved
            if moved or time.monotonic() >= end:
                return moved

    def name(self, thing: Thing) -> str:
        """What a screen reader calls it."""
        return str(self._property(thing, "Name") or "")

    def text(self, thing: Thing) -> str:
        """What is typed in it."""
        address = DBusAddress(thing.path, thing.owner, "org.a11y.atspi.Text")
        (words,) = self._ask(new_method_call(address, "GetText", "ii", (0, -1)))
        return str(words)

    def names(self) -> list[str]:
        """The names of all that can be seen on the screen."""
        desktop = Thing("org.a11y.atspi.Registry", _ROOT)
        return [name for thing in self._children(desktop) for name in self._below(thing)]

    def _below(self, thing: Thing) -> Iterator[str]:
        try:
            if not self._can_be_seen(thing):
                return
            if name := self.name(thing):
                yield name
            inside = self._children(thing)
        except Gone:
            return
        for child in inside:
            yield from self._below(child)

    def _children(self, thing: Thing) -> list[Thing]:
        address = DBusAddress(thing.path, thing.owner, _ACCESSIBLE)
        (found,) = self._ask(new_method_call(address, "GetChildren"))
        return [Thing(*one) for one in found]

    def _can_be_seen(self, thing: Thing) -> bool:
        address = DBusAddress(thing.path, thing.owner, _ACCESSIBLE)
        ((states, _more),) = self._ask(new_method_call(address, "GetState"))
        return thing.path == _ROOT or bool(states & _SHOWING)

    def _note(self, heard: Message) -> bool:
        if heard.body[0] != "focused" or not heard.body[1]:
            return False
        self._focus = Thing(heard.header.fields[7], heard.header.fields[1])
        return True

    def _property(self, thing: Thing, name: str) -> Any:
        address = DBusAddress(thing.path, thing.owner, _ACCESSIBLE)
        ((_kind, value),) = self._ask(Properties(address).get(name))
        return value

    def _ask(self, question: Message) -> Any:
        answer = self._bus.send_and_get_reply(question, timeout=MOST)
        if answer.header.message_type is MessageType.error:
            raise Gone(str(answer.body))
        return answer.body


class Gone(Exception):
    """What was asked for is not on the screen any more."""


class Missing(AssertionError):
    """What a person would have waited for in vain."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The screen with its keyboard and its reader. `surroundings` are the variables of a program shown on it."""

    reader: Reader
    surroundings: dict[str, str]

    def turn_to(self, title: str) -> None:
        """Waits for a window of that title and gives it the keyboard, as a window manager does (here is none)."""

        def turned() -> bool:
            found = self._xdotool("search", "--onlyvisible", "--name", title, may_fail=True).split()
            return bool(found) and self._xdotool("windowfocus", "--sync", found[-1], may_fail=True) is not None

        self.wait(turned, f"the window {title}")

    def close(self, title: str) -> None:
        """Closes the window of that title, as the button in its corner does."""
        found = self._xdotool("search", "--onlyvisible", "--name", title).split()
        ask_to_close(self.surroundings["DISPLAY"], int(found[-1]))

    def press(self, *keys: str) -> None:
        """Presses keys: `Tab`, `ctrl+Return`, `alt+7`, as xdotool names them."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def enter(self, name: str, words: str) -> None:
        """Types where one is, which is called so, and waits until it stands there."""
        self.type(words)
        self._wait_typed(words)
        if not (on := self.on()).startswith(name):
            raise Missing(f"{words} was typed in {on} instead of {name}")

    def type(self, words: str) -> None:
        """Types letters of plain English."""
        self._xdotool("type", "--delay", "0", "--", words)

    def on(self) -> str:
        """What a screen reader calls the place where one types."""
        focus = self.reader.focus()
        try:
            return self.reader.name(focus) if focus else ""
        except Gone:
            return ""

    def wait_on(self, name: str) -> None:
        """Waits until one types there."""
        self.wait(lambda: self.on().startswith(name), f"the keyboard in {name}")

    def to(self, name: str, by: str = "Tab") -> None:
        """Key after key to what a screen reader calls so, or begins to."""
        seen = []
        for _ in range(_MOST_TABS):
            if (on := self.on()).startswith(name):
                return
            seen.append(on)
            self.press(by)
            self.wait(lambda: self.reader.listen(_BETWEEN_LOOKS), f"{by} leading on from {on}")
        raise Missing(f"{name} is not reached by {by}: {seen}")

    def fill(self, name: str, words: str, by: str = "Tab") -> None:
        """Goes to a field and types instead of what is there."""
        self.to(name, by)
        self.press("ctrl+a")
        self.enter(name, words)

    def _wait_typed(self, words: str) -> None:
        """Waits until that stands where one types (a field may show it in its own way: letters and digits count)."""

        def there() -> bool:
            focus = self.reader.focus()
            return focus is not None and _bare(words) in _bare(self.reader.text(focus))

        self.wait(there, f"what was typed in {self.on()}: {words}")

    def wait_shown(self, words: str) -> None:
        """Waits until something on the screen is called so, or begins to."""
        self.wait(lambda: self.shows(words), words)

    def shows(self, words: str) -> bool:
        """Whether something on the screen is called so, or begins to."""
        return any(name.startswith(words) for name in self.reader.names())

    def wait(self, until: Callable[[], T], what: str) -> T:
        """Waits until that is so; what it is then. Missing after two minutes."""
        end = time.monotonic() + MOST
        while True:
            try:
                if is_so := until():
                    return is_so
            except Gone:
                pass
            if time.monotonic() > end:
                raise Missing(f"{what} did not come; on the screen: {self.reader.names()}")
            time.sleep(_BETWEEN_LOOKS)

    def _xdotool(self, *arguments: str, may_fail: bool = False) -> str:
        command = ["/usr/bin/env", "xdotool", *arguments]
        return subprocess.run(command, env=self._env(), check=not may_fail, capture_output=True, text=True).stdout

    def _env(self) -> dict[str, str]:
        return {**os.environ, **self.surroundings}


def _bare(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


@contextlib.contextmanager
def screen(size: str = "1280x800x24") -> Iterator[Screen]:
    """A screen of its own, with a message bus of its own."""
    with contextlib.ExitStack() as ends:
        number = ends.enter_context(
            _told("Xvfb", "-displayfd", "{told}", "-screen", "0", size, "-noreset", "-nolisten", "tcp")
        )
        address = ends.enter_context(_told("dbus-daemon", "--session", "--nofork", "--print-address={told}"))
        surroundings = {"DISPLAY": f":{number}", "DBUS_SESSION_BUS_ADDRESS": address}
        session = ends.enter_context(open_dbus_connection(address))
        asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        (heard_at,) = session.send_and_get_reply(asked, timeout=MOST).body
        bus = ends.enter_context(open_dbus_connection(heard_at))
        yield Screen(Reader(bus), surroundings | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"})


@contextlib.contextmanager
def _told(*command: str) -> Iterator[str]:
    """A program that runs meanwhile, and the line that it tells when it is ready (on the file named {told})."""
    reads, writes = os.pipe()
    line = [part.format(told=writes) for part in command]
    with subprocess.Popen(
        ["/usr/bin/env", *line], pass_fds=[writes], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        os.close(writes)
        try:
            with os.fdopen(reads, encoding="ascii") as told:
                yield told.readline().strip()
        finally:
            running.terminate()
