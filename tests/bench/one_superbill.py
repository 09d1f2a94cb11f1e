"""One superbill against a bare canvas that draws the same texts and lines, and ten thousand of them in a row.

    python -m tests.bench.one_superbill [--count 10000]

Prints the ratio (at most 1.5 is wanted; `complete` included) and, of the many, time and memory of the first and of the
last thousand.
"""

import argparse
import gc
import io
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from desktop.core.printed import Printed
from desktop.core.printing import complete
from desktop.core.superbill import Superbill
from desktop.operations.paper_look import paper_look, paper_words
from desktop.paper.document import Page, baseline
from desktop.paper.superbill import draw, lay_out
from tests.paper import samples

LOOK = paper_look()
WORDS = paper_words()
CATALOGUE = samples.SmallCatalogue()
ROUNDS = 200


def printed(superbill: Superbill) -> Printed:
    return complete(superbill, CATALOGUE, WORDS, draft=False)


def bare(pages: list[Page]) -> bytes:
    """The same texts and lines at the same places, as the canvas's own manual would draw them."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(LOOK.paper.width, LOOK.paper.height), invariant=1, pageCompression=1)
    left, top = LOOK.paper.margin, LOOK.paper.height - LOOK.paper.margin
    for page in pages:
        for rule in page.rules:
            canvas.setStrokeGray(rule.ink)
            canvas.setLineWidth(rule.weight)
            canvas.line(left + rule.x, top - rule.top, left + rule.x + rule.width, top - rule.top)
        for text in page.texts:
            canvas.setFont(text.style.face.name, text.style.size)
            canvas.setFillGray(text.style.ink)
            canvas.drawString(left + text.x, top - baseline(text), text.words)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(name: str, superbill: Superbill, rounds: int) -> None:
    """Both in turns, so that whatever else the machine does falls on both."""
    pages = lay_out(printed(superbill), LOOK)
    pairs = [(seconds(lambda: draw(printed(superbill), LOOK)), seconds(lambda: bare(pages))) for _ in range(rounds)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    say(f"{name}: {ours * 1000:.2f} ms, bare canvas {theirs * 1000:.2f} ms, ratio {ours / theirs:.2f}")


def many(count: int) -> None:
    """Time for each thousand and the most memory so far."""
    start = samples.one_line()
    for thousand in range(0, count, 1000):
        gc.collect()
        began = time.perf_counter()
        for number in range(thousand, thousand + 1000):
            one(start, number)
        took = time.perf_counter() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        say(f"{thousand + 1000:>6}: {took:.2f} s, at most {memory:.0f} MB")


def one(start: Superbill, number: int) -> None:
    """A superbill of its own: number, serial and name differ."""
    line = replace(samples.line(), serial=f"FSC-{number:07}")
    patient = replace(start.patient, last=f"Treviño-{number}")
    draw(printed(replace(start, number=f"SB-{number:06}", lines=(line,), patient=patient)), LOOK)


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=10000)
    count = arguments.parse_args().count
    compare("one line", samples.one_line(), ROUNDS)
    compare("sixty lines", samples.many_lines(60), ROUNDS // 10)
    many(count)


if __name__ == "__main__":
    main()
