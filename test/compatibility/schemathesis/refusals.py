"""One more check: what the schema allows must pass the door that reads JSON; only the cloud's own rules may refuse it."""

import schemathesis

# What the reader of requests says of a form that it does not take (services/contracts/http-json and proto-json).
OF_THE_FORM = (
    "is not a field of",
    "unknown query parameter",
    "unknown path variable",
    "cannot be set together with",
    "is given twice",
    "is given more than once",
    "must be an object",
    "must be an array",
    "must be true or false",
    "must be a string",
    "must be a number",
    "must be one of the enum",
    "must be an integer between",
    "must be bytes",
    "must not be null",
    "malformed JSON",
    "the body must be",
    "takes no body",
)


@schemathesis.check
def form_acceptance(ctx, response, case):
    meta = case.meta
    if response.status_code != 400 or meta is None or not meta.generation.mode.is_positive:
        return
    message = response.json()["message"]
    for words in OF_THE_FORM:
        if words in message:
            raise AssertionError(f"The schema allows a form that the server refuses: {message}")
