"""A partner application without any package: starts the payroll of a pay group and waits until a person is needed.

PAYROLL_GRAPHQL_URL=... PAYROLL_KEY=... python3 start_payroll.py <pay group> <first day of the period>
"""

import json
import os
import random
import sys
import time
import urllib.error
import urllib.request
import uuid

URL = os.environ.get("PAYROLL_GRAPHQL_URL", "http://127.0.0.1:4000/graphql")
KEY = os.environ.get("PAYROLL_KEY") or sys.exit("PAYROLL_KEY is not set: create a key in the dashboard.")

START = """
mutation ($input: StartPayrollRunInput!) {
  startPayrollRun(input: $input) {
    run { runId }
    replayed
    userErrors { code message resolution }
  }
}"""

RUN = """
query ($runId: ID!) {
  payrollRun(runId: $runId) { status controlTotals { netPay { amount currency } } }
  runProgress(runId: $runId) { employeeCount calculatedCount failedCount }
}"""

# A run in one of these goes on by itself.
MOVING = {"QUEUED", "PREPARING", "CALCULATING", "APPROVED", "PAYING", "COMPENSATING"}


def ask(query, variables, tries=5):
    """Sends one operation. Sent again it carries the same idempotency key, so it has its effect once."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"content-type": "application/json", "authorization": f"key {KEY}"}
    for attempt in range(tries):
        try:
            with urllib.request.urlopen(urllib.request.Request(URL, body, headers), timeout=30) as response:
                answer = json.load(response)
            break
        except urllib.error.URLError as error:
            is_refused = isinstance(error, urllib.error.HTTPError) and error.code < 500 and error.code != 429
            if is_refused and error.code == 401:
                sys.exit("Unauthorized: the key is unknown or revoked. Create another one in the dashboard.")
            if is_refused or attempt + 1 == tries:
                sys.exit(f"{URL} did not answer: {error}")
            time.sleep(random.random() * 0.2 * 2**attempt)
    if answer.get("errors"):
        first = answer["errors"][0]
        sys.exit(f"{first.get('errorType')}: {first['message']}")
    return answer["data"]


def main(pay_group_id, period_start_date):
    key = str(uuid.uuid4())
    start = {"idempotencyKey": key, "payGroupId": pay_group_id, "periodStartDate": period_start_date}
    payload = ask(START, {"input": start})["startPayrollRun"]
    for refusal in payload["userErrors"]:
        sys.exit(f"{refusal['code']}: {refusal['message']} {refusal['resolution']}")
    run_id = payload["run"]["runId"]
    shown = None
    while True:
        data = ask(RUN, {"runId": run_id})
        status, progress = data["payrollRun"]["status"], data["runProgress"] or {}
        done = progress.get("calculatedCount", 0) + progress.get("failedCount", 0)
        line = f"{status}: {done} of {progress.get('employeeCount', 0)} employees"
        if line != shown:
            print(line, flush=True)
            shown = line
        if status not in MOVING:
            break
        time.sleep(0.5)
    totals = data["payrollRun"]["controlTotals"]
    if totals:
        print(f"net pay {totals['netPay']['amount']} {totals['netPay']['currency']}")


main(*sys.argv[1:3])
