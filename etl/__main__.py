"""``python -m etl``: build, check and look after releases of the data package."""

import argparse
import importlib
import pkgutil
import sys
from types import ModuleType

from etl import commands, words
from etl.breach import DataAtFault, UnreadableDocument
from etl.publishing import BuildFault

DATA_AT_FAULT = 1
INTERRUPTED = 130


def main(given: list[str] | None = None) -> int:
    """Run a command; its exit status is 0, 1 (the data or the disk is at fault) or 2 (usage)."""
    parser = argparse.ArgumentParser(prog="python -m etl", description=__doc__)
    _add_commands(parser, commands)
    arguments = parser.parse_args(given)
    say = words.catalogue(arguments.lang)
    try:
        return arguments.run(arguments)
    except DataAtFault as fault:
        for breach in fault.breaches:
            print(words.describe(breach, say), file=sys.stderr)
        print(say("%d faults; nothing was published.") % len(fault.breaches), file=sys.stderr)
    except BuildFault as fault:
        print(words.describe_fault(fault.code, fault.detail, say), file=sys.stderr)
    except UnreadableDocument as fault:
        print(words.describe_document(fault, say), file=sys.stderr)
    except KeyboardInterrupt:
        print(say("Stopped; the published release is untouched."), file=sys.stderr)
        return INTERRUPTED
    return DATA_AT_FAULT


def _add_commands(parser: argparse.ArgumentParser, package: ModuleType) -> None:
    """Offer each module of a package as a command; one that is a package offers its own modules in turn."""
    subparsers = parser.add_subparsers(required=True, metavar="command")
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        module = importlib.import_module(f"{package.__name__}.{name}")
        summary = module.__doc__.splitlines()[0]
        subparser = subparsers.add_parser(name, help=summary, description=module.__doc__)
        if hasattr(module, "__path__"):
            _add_commands(subparser, module)
            continue
        subparser.add_argument(
            "--lang", choices=words.LANGUAGES, default=words.of_the_user(), help="language of the messages"
        )
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)


if __name__ == "__main__":
    sys.exit(main())
