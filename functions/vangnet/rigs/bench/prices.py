"""What AWS asks, in euro: list prices of eu-west-1 as of November 2026, without what is free and without tax.

They change: whoever decides by them looks them up first. docs/deploy.md makes a municipality's month of them.
"""

EURO_PER_DOLLAR = 0.92
DOLLARS = {
    "write_unit": 0.705e-6,
    "read_unit": 0.141e-6,
    "request": 3.5e-6,
    "lambda_call": 0.2e-6,
    "lambda_gb_second": 16.6667e-6,
    "kms_call": 3e-6,
    "mail": 100e-6,
    "transition": 25e-6,
}
SECONDS_OF_A_CALL = 0.25  # Of a function of one GB, warm; starts are few.
TRANSITIONS = 4  # Of one execution that waits and ticks.


def report_euros(calls: list[str], write_units: int, executions: int = 2) -> float:
    """Return what one report costs in euro without its SMS: requests, functions, table, keys, mail, executions."""
    reads = sum(call.startswith("dynamodb.") and not call.endswith(("PutItem", "TransactWriteItems")) for call in calls)
    functions = 4  # Intake, assessment, and notify for each of the two records that follow.
    dollars = (
        DOLLARS["request"] * 6  # The pages of the form.
        + functions * (DOLLARS["lambda_call"] + SECONDS_OF_A_CALL * DOLLARS["lambda_gb_second"])
        + write_units * DOLLARS["write_unit"]
        + 8 * reads * DOLLARS["read_unit"]  # A stream of some thirty kilobytes, read consistently.
        + sum(call.startswith("kms.") for call in calls) * DOLLARS["kms_call"]
        + sum(call.endswith("SendEmail") for call in calls) * DOLLARS["mail"]
        + executions * TRANSITIONS * DOLLARS["transition"]
    )
    return dollars * EURO_PER_DOLLAR
