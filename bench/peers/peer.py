# SPDX-License-Identifier: Apache-2.0
"""One peer measured: opened on its kept load or loaded, asked every question, and ended. What fails
costs the figure it fails in, or the engine's column; never the run."""

import os
import time
import traceback

import questions

MOST_TURNS_OF_SLOW = 3   # where the first took more than two seconds
WARMING = 5              # seconds that the unmeasured turns may take
LOOK_UP_SECONDS = 10     # some engines take a second for a record
BUSY = 3                 # load average past which others used the machine too


def ask_question(engine, name, constants, turns, rows):
    """(milliseconds of each turn, {turn: answer}); None where the engine cannot be asked.

    Every constant is asked once unmeasured, as far as that takes no long time.
    """
    answers = {}
    times = []
    spent = 0
    slow = False
    for turn in range(max(min(turns, questions.variants(name, constants)), 1)):
        asked = engine.ask(name, constants, turn, rows)
        if asked is None:
            return None
        answers[turn], seconds = asked
        slow = slow or seconds > 2
        spent += seconds
        if spent > WARMING:
            break
    for turn in range(min(turns, MOST_TURNS_OF_SLOW) if slow else turns):
        answer, seconds = engine.ask(name, constants, turn, rows)
        answers[turn % questions.variants(name, constants)] = answer
        times.append(seconds * 1000)
    return times, answers


def look_ups(engine, numbers):
    """Records a second, one after another."""
    for number in numbers[:5]:
        engine.look_up(number)
    began = time.perf_counter()
    done = 0
    for number in numbers[5:]:
        engine.look_up(number)
        done += 1
        if time.perf_counter() - began > LOOK_UP_SECONDS:
            break
    return done / (time.perf_counter() - began)


def export_rate(engine, path, rows):
    began = time.perf_counter()
    if engine.export(path) is None:
        return None
    return rows / (time.perf_counter() - began)


def attempt(out, what, measure):
    """The figure, or None with what went wrong told beside."""
    try:
        figure = measure()
    except Exception as trouble:  # told in the report; the other figures count
        traceback.print_exc()
        out["troubles"][what] = f"{type(trouble).__name__}: {str(trouble)[:200]}"
        return None
    out["troubles"].pop(what, None)
    return figure


def load_seconds(loaded):
    """What a load took; while others used the machine, no more than its processor time, which is
    what it might have taken alone on one core."""
    wall = sum(loaded["steps"].values())
    return min(wall, loaded["processor"]) if max(loaded["machine_load"]) > BUSY else wall


def ask_all(engine, kept, out, path, constants, options):
    for name in questions.ASKED:
        if name in out["times"]:
            continue
        asked = attempt(out, name, lambda name=name: ask_question(
            engine, name, constants, options.turns, options.rows))
        if asked is not None:
            out["times"][name] = asked[0]
            out["answers"][name] = {str(turn): answer for turn, answer in asked[1].items()}
            kept.save()
    if out["rates"].get("record by number") is None:
        out["rates"]["record by number"] = attempt(out, "record by number", lambda: look_ups(
            engine, constants["catalognumber"]))
    if out["rates"].get("export all rows") is None:
        out["rates"]["export all rows"] = attempt(out, "export all rows", lambda: export_rate(
            engine, path, options.rows))


def measure(kind, kept, path, constants, options, folder):
    """Fills what is kept of one engine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    engine = kind(folder, memory)
    out = kept.engine(engine.name)
    out |= {"settings": engine.settings, "text index": engine.text_index}
    if out.get("done") and engine.name not in options.load_again:
        return
    out.pop("trouble", None)
    began = time.perf_counter()
    try:
        engine.open(path, again=engine.name in options.load_again)
        out["version"], out["load"] = engine.version, engine.loaded
        out["rates"]["load"] = options.rows / load_seconds(engine.loaded)
        out["disk"] = engine.loaded["disk"]
        print(f"{engine.name} {engine.version}: open in {time.perf_counter() - began:.0f} s, "
              f"loaded in {sum(engine.loaded['steps'].values()):.0f} s", flush=True)
        if not options.load_only:
            engine.warm()
            ask_all(engine, kept, out, path, constants, options)
            out["done"] = not out["troubles"]
            out["at"] = time.strftime("%Y-%m-%d %H:%M")
            out["machine load"] = round(os.getloadavg()[0], 1)
    except Exception as trouble:  # one engine that fails must not end the run of the others
        traceback.print_exc()
        out["trouble"] = f"{type(trouble).__name__}: {str(trouble)[:300]}"
    finally:
        try:
            engine.stop()
        except Exception:  # it may never have started
            traceback.print_exc()
        kept.save()
    print(f"{engine.name}: {time.perf_counter() - began:.0f} s in all", flush=True)
