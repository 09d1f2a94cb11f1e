"""Where a rental stands: from a history and a day to the month, what is due and what was noticed.

Pure: the same history, day and rules give the same answer.

- `check(history, rules)` refuses a history that contradicts itself (HistoryNotRight).
- `standing(history, on, rules) -> Standing` is the short answer for one day.
- `timeline(history, on, rules) -> Timeline` is the same day as a picture: all months of all periods, with reasons.
- `month_on(history, on, rules) -> Cycle` is what choosing codes asks: the months of service of that day.
"""
