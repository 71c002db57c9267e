"""A language model behind an OpenAI-compatible address, asked only where one is given; its answer is looked up."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass

from servanda.reading.account import Account
from servanda.reading.proposals import INSTRUCTION, proposals_in, with_proposals
from servanda.reading.zones import speaking_zones

LONGEST = 60_000
"""Letters of an article that are sent."""


class ProposerError(ValueError):
    """A model that gives no answer, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Proposer:
    """Where a model answers: the address up to ``/v1``, its name there, a key where one is asked for."""

    address: str
    model: str
    key: str | None = None
    timeout: float = 120.0

    def propose(self, account: Account) -> Account:
        """The account with what the model proposes and the text bears out. Raises `ProposerError`."""
        text = account.document.text
        spoken = "\n".join(text[start:end] for start, end in speaking_zones(account.zones))[:LONGEST]
        return with_proposals(account, proposals_in(self._answer(spoken)), self.model)

    def _answer(self, article: str) -> str:
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": INSTRUCTION},
                {"role": "user", "content": f"<<<ARTICLE\n{article}\nARTICLE>>>"},
            ],
        }
        if not self.address.startswith(("http://", "https://")):
            raise ProposerError(f"{self.address} is no http address.")
        request = urllib.request.Request(  # noqa: S310 - the scheme was looked at
            f"{self.address.rstrip('/')}/chat/completions",
            json.dumps(body).encode(),
            {"Content-Type": "application/json", **({"Authorization": f"Bearer {self.key}"} if self.key else {})},
        )
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:  # noqa: S310 - as above
                reply = json.loads(response.read(10_000_000))
            return str(reply["choices"][0]["message"]["content"])
        except (OSError, urllib.error.URLError, ValueError, KeyError, IndexError, TypeError) as error:
            raise ProposerError(f"The model at {self.address} gave no answer that can be used: {error}.") from error
