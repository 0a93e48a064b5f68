"""The flags that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[
    list[str] | None, typer.Argument(metavar="[FILE|-]...", help="Articles or folders; - is standard input.")
]
GlossaryFiles = Annotated[
    list[str] | None,
    typer.Option(
        "--glossary",
        metavar="FILE",
        help="Use this glossary instead of the default; repeated, later files win.",
    ),
]
NoGlossary = Annotated[bool, typer.Option("--no-glossary", help="Translate without a glossary.")]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME|PATH", help="Another translation model; see briefing models."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="The articles' language, where the guess is wrong."),
]
NoMemory = Annotated[bool, typer.Option("--no-memory", help="Neither read nor write the translation memory.")]
Sentences = Annotated[
    int | None, typer.Option("--sentences", metavar="N", min=1, help="Sentences to choose.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Only articles from this date on.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only articles up to this date.")]
AlgorithmName = Annotated[
    str | None,
    typer.Option("--algorithm", metavar="NAME", help="How sentences are chosen; see docs/summaries.md."),
]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE|-", help="Where to write.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the output file.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="FILE.docx", help="The office's Word template.")
]
