"""Starts Orca with, in place of Speech Dispatcher, a module that writes each utterance as a line of JSON to descriptor 3.

Without a sound card Speech Dispatcher holds Orca up at its first word.
"""

import enum
import json
import os
import re
import runpy
import sys
import types
from html import unescape


class PunctuationMode(enum.Enum):
    ALL, MOST, SOME, NONE = "all", "most", "some", "none"


class CallbackType(enum.Enum):
    BEGIN, END, CANCEL, INDEX_MARK, PAUSE, RESUME = range(6)


class SSIPClient:
    """Says everything at once: whoever waits for the end of an utterance goes on."""

    def __init__(self, *_args, **_kwargs):
        pass

    def speak(self, text, callback=None, event_types=()):
        self._say(unescape(re.sub("<[^>]*>", "", text)))
        for event in (CallbackType.BEGIN, CallbackType.END):
            if callback and event in event_types:
                callback(event)

    def char(self, text):
        self._say(text)

    key = char

    def _say(self, text):
        os.write(3, (json.dumps(text) + "\n").encode())

    def list_output_modules(self):
        return ()

    def list_synthesis_voices(self):
        return ()

    def get_language(self):
        return os.environ["LANG"][:2]

    def __getattr__(self, name):
        return lambda *_args, **_kwargs: None


speechd = types.ModuleType("speechd")
speechd.SSIPClient = SSIPClient
speechd.PunctuationMode = PunctuationMode
speechd.CallbackType = CallbackType
speechd.Priority = types.SimpleNamespace(MESSAGE="message")
speechd.DataMode = types.SimpleNamespace(SSML="ssml")
speechd.SSIPCommunicationError = type("SSIPCommunicationError", (Exception,), {})
speechd.SSIPCommandError = type("SSIPCommandError", (Exception,), {})
sys.modules["speechd"] = speechd

from orca import settings  # noqa: E402  it looks for speechd as it is imported

# The keys that are pressed are known: what they lead to is what is listened to.
settings.enableKeyEcho = False

sys.argv = ["/usr/bin/orca", *sys.argv[1:]]
runpy.run_path(sys.argv[0], run_name="__main__")
