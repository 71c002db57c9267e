"""Entry point: lazy subcommands, and what happens when something goes wrong that no command foresaw."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from types import MappingProxyType
from typing import NoReturn

import click

from servanda import __version__
from servanda.cli.exits import BROKEN_PIPE, INPUT_WRONG, INTERNAL_ERROR, INTERRUPTED

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "Say how agreements can fail, who can bring that about, and how sure that is.",
        "new": "Write a file to start from: a template, or a plain text laid out as clauses.",
        "fmt": "Lay out an agreement the one canonical way; its meaning never changes.",
        "paraphrase": "Say in plain sentences what was understood of an agreement.",
        "play": "Tell the stories of an agreement step by step, and run its scenarios.",
        "diff": "Say what was changed between two drafts, and what that opens, closes, weakens or strengthens.",
        "sweep": "Say where every interest of many drafts stands under each reading, option and conduct.",
        "mend": "Offer edits that close what was found.",
        "certify": "Write every proof about an agreement's interests and duties into an archive.",
        "verify": "Check every proof of an archive again.",
        "read": "Say who is reported to have said what, when and through whom.",
        "positions": "List the positions in a ledger by party and issue.",
        "claims": "List the claims in a ledger with who stands where on each.",
        "match": "Hold positions against the clauses of a draft.",
        "explain": "Explain a finding, or a move of the playbook, by its name, with an example and a way out.",
    }
)
"""Each command with its line in the overview; the file of a command bears its name and is read when it is called."""


_NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""Why a device takes no more; what is wrong with a file that has a name, a command says itself."""


class LazyGroup(click.Group):
    """A group that reads a command's file only when that command is called: help must come at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order they are shown."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"servanda.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; a misspelt one is answered with the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(error.message + _did_you_mean(args[0]), ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview of commands without reading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _did_you_mean(name: str) -> str:
    from difflib import get_close_matches

    nearest = get_close_matches(name, COMMANDS, n=1)
    return f" Did you mean '{nearest[0]}'?" if nearest else f" There are: {', '.join(COMMANDS)}."


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=(
        "Exit: 0 nothing found at or above --fail-on, 1 something found, 2 the input is wrong, "
        "3 undecided (a limit was hit), 4 internal error."
    ),
)
@click.version_option(__version__, "--version", message="servanda %(version)s")
def cli() -> None:
    """Check agreements written as .pact files: what they leave open, and how each promise can be broken.

    Everything runs on this computer: no account, no network.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    code = run(list(sys.argv[1:] if arguments is None else arguments))
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code; nothing is raised whatever happens."""
    try:
        code = _invoked(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read the output has enough. Python would complain once more when it closes stdout at exit.
        _silenced()
        return BROKEN_PIPE
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in _NO_ROOM:
            _silenced()
            with suppress(OSError):  # the same device may take neither
                click.echo(f"Error: The result cannot be written: {os.strerror(error.errno)}.", err=True)
            return INPUT_WRONG
        click.echo(_traceback(error) if os.environ.get("SERVANDA_DEBUG") else _apology(error), err=True)
        return INTERNAL_ERROR


def _silenced() -> None:
    """Stdout takes no more; what it still holds is dropped."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _invoked(arguments: list[str]) -> int:
    try:
        with cli.make_context("servanda", arguments) as context:
            code = cli.invoke(context)
            return code if isinstance(code, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code


def _traceback(error: Exception) -> str:
    from traceback import format_exception

    return "".join(format_exception(error))


def _apology(error: Exception) -> str:
    return (
        f"Sorry: Servanda itself has failed ({type(error).__name__}: {error}).\n"
        "Nothing is said about the agreement. Please report it with the command you typed, the smallest file that\n"
        f"shows it, and what SERVANDA_DEBUG=1 prints. (servanda {__version__})"
    )
