"""Parts of an answer made by hand, for any cohort: reasons, prices, other answers, ..."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.facts import Fact
from prssmi_match.solution.alternatives import Alternative, Alternatives
from prssmi_match.solution.caution import Caution
from prssmi_match.solution.certainty import Certainty, Likelihood, MenteeCertainty
from prssmi_match.solution.comparison import Comparison, LoadChange, MenteeChange, TierChange
from prssmi_match.solution.conflict import Conflict, ConflictMember
from prssmi_match.solution.diagnosis import Diagnosis
from prssmi_match.solution.explanation import Explanation, PairReasons, UnmatchedReason, WhyUnmatched
from prssmi_match.solution.give_up_curve import GiveUpCurve, GiveUpStep
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.move import Move
from prssmi_match.solution.repair import Change, Repair
from prssmi_match.solution.rule_costs import RuleCost, RuleCosts
from prssmi_match.solution.slot_values import SlotValue, SlotValues
from prssmi_match.solution.status import Status
from prssmi_match.solution.verification import Violation
from prssmi_match.solution.weight_ranges import WeightRange, WeightRanges
from prssmi_match.solution.why_not import WhyNot
from unit.reporting.schedules import parts_of

if TYPE_CHECKING:
    from prssmi_match.solution.part import Part

__all__ = [
    "alternatives",
    "certainty",
    "change",
    "comparison",
    "curve",
    "diagnosis",
    "every_part",
    "explanation",
    "impossible",
    "move",
    "possible",
    "repair",
    "rule_costs",
    "slot_values",
    "weight_ranges",
]


def explanation(result, **changes) -> Explanation:
    """Reasons for every pair, and for every mentee without a mentor."""
    matching = result.matching
    parts = {
        "pairs": tuple(
            PairReasons(mentee=row.mentee, mentor=row.mentor, points=row.points, assumed=row.assumed,
                        sentences=(f"{row.mentee} asks about it.", f"{row.mentor} knows it."))
            for row in result.evaluation.pairs
        ),
        "unmatched": tuple(
            UnmatchedReason(mentee=mentee, kind=WhyUnmatched.DRAWN, sentence=f"{mentee} lost the draw.")
            for mentee in matching.unmatched
        ),
    }  # fmt: skip
    return Explanation(**{**parts, **changes})


def move(mentee: str, before: str | None, after: str | None) -> Move:
    """A move, in a sentence that holds the ids."""
    return Move(mentee=mentee, before=before, after=after, sentence=f"{mentee} moves from {before} to {after}.")


def change(kind: str, *sites: str, owner: str = "coordinator", cost: int = 2) -> Change:
    """A change of a fact about sites, or of the rule of that id."""
    fact = Fact(kind if owner != "coordinator" else "rule", sites)
    return Change(kind=kind, rule_id=fact.id, fact=fact, owner=owner, amount=1, cost=cost,
                  sentence=f"Change the {kind} of {', '.join(sites)}.")  # fmt: skip


def repair(*changes: Change) -> Repair:
    """All of these changes together."""
    sentence = " ".join(row.sentence for row in changes)
    return Repair(cost=sum(row.cost for row in changes), changes=changes, sentence=sentence)


def possible(result, mentee: str | None, mentor: str | None, **changes) -> WhyNot:
    """Something that costs a mentee's place."""
    price = {tier.name: int(tier is result.tiers[0]) for tier in result.tiers}
    moves = (move(result.matching.pairs[0].mentee, result.matching.pairs[0].mentor, None),)
    parts = {"mentee": mentee, "mentor": mentor, "possible": True, "price": price, "moves": moves, "sentence": "All."}
    return WhyNot(**{**parts, **changes})


def impossible(mentee: str | None, mentor: str | None, **changes) -> WhyNot:
    """Something that a veto and a rule stand against, with two ways out."""
    rules = tuple(
        ConflictMember(rule_id=f"rule {site}", sentence=f"{site} stands against it.")
        for site in (mentee, mentor)
        if site is not None
    )
    ways = (repair(change("pin", "promised", cost=3)), repair(*_by_sites(mentee, mentor)))
    parts = {"mentee": mentee, "mentor": mentor, "possible": False, "rules": rules, "repairs": ways, "sentence": "No."}
    return WhyNot(**{**parts, **changes})


def _by_sites(mentee: str | None, mentor: str | None) -> list[Change]:
    sites = {"mentee": (mentee, "mentee_availability"), "mentor": (mentor, "capacity")}
    return [change(kind, site, owner=owner) for owner, (site, kind) in sites.items() if site is not None]


def alternatives(result, **changes) -> Alternatives:
    """One other answer, in which the first pair is apart."""
    first = result.matching.pairs[0]
    other = Alternative(
        matching=Matching(pairs=[pair.key for pair in result.matching.pairs[1:]]),
        losses={tier.name: 1 for tier in result.tiers},
        is_best=False,
        moves=(move(first.mentee, first.mentor, None),),
        sentence=f"Compared with the answer: {first.mentee} loses its place with {first.mentor}.",
    )
    parts = {"kind": "next", "answers": (other,), "complete": False, "proved": True, "sentence": "1 other answer."}
    return Alternatives(**{**parts, **changes})


def certainty(result, **changes) -> Certainty:
    """The first mentee is a toss-up, all others are certain."""
    first = result.matching.pairs[0]
    placed = [(pair.mentee, pair.mentor) for pair in result.matching.pairs]
    rows = [
        MenteeCertainty(mentee=mentee, mentor=mentor, kind=Likelihood.FORCED, share=1.0, sentence=f"{mentee} is sure.")
        for mentee, mentor in [*placed[1:], *((mentee, None) for mentee in result.matching.unmatched)]
    ]
    open_row = MenteeCertainty(
        mentee=first.mentee, mentor=first.mentor, kind=Likelihood.TOSS_UP, share=0.5, others=(None,),
        swap=(move(first.mentee, first.mentor, None),), sentence=f"{first.mentee} is with {first.mentor} in 1 of 2.",
    )  # fmt: skip
    parts = {"mentees": (open_row, *rows), "answers": 2, "complete": True, "proved": True, "sentence": "2 answers."}
    return Certainty(**{**parts, **changes})


def comparison(result, **changes) -> Comparison:
    """A matching made by hand that broke a rule, in which the first pair was apart, and the second elsewhere."""
    first, second, *_ = result.matching.pairs
    values = {"points_before": None, "points_after": 3, "rank_before": None, "rank_after": 1}
    gained = {"before": None, "after": first.mentor, "gains": True, "sentence": f"{first.mentee} gets {first.mentor}."}
    lost = {"before": first.mentor, "after": second.mentor, "gains": False, "sentence": f"{second.mentee} moves."}
    broken = Violation(rule_id="pin", amount=1, witnesses=(first.mentee,), sentence=f"{first.mentee} was promised.")
    parts = {
        "tiers": tuple(
            TierChange(tier=tier.name, before=tier.value - 1, after=tier.value, change=1) for tier in result.tiers
        ),
        "mentees": (
            MenteeChange(mentee=first.mentee, **values, **gained),
            MenteeChange(mentee=second.mentee, **values, **lost),
        ),
        "loads": (LoadChange(mentor=first.mentor, before=1, after=2),),
        "violations_before": (broken,),
        "violations_after": (),
        "same_document": True,
        "sentence": "All of it.",
    }
    return Comparison(**{**parts, **changes})


def _changed(result, words: str, *, matters: bool = True) -> dict[str, object]:
    first = result.matching.pairs[0]
    return {
        "status": Status.OPTIMAL,
        "change": {tier.name: int(matters) for tier in result.tiers},
        "moves": (move(first.mentee, first.mentor, None),) if matters else (),
        "proved": True,
        "sentence": words,
    }


def slot_values(result, **changes) -> SlotValues:
    """One place fewer matters at each used mentor; one more does nothing anywhere."""
    used = sorted({pair.mentor for pair in result.matching.pairs})
    rows = [
        SlotValue(mentor=mentor, slots=slots, **_changed(result, f"{mentor} with {slots}.", matters=slots < 0))
        for mentor in used
        for slots in (-1, 1)
    ]
    parts = {"rows": tuple(rows), "tiers": tuple(tier.name for tier in result.tiers), "complete": True}
    return SlotValues(**{**parts, **changes})


def rule_costs(result, **changes) -> RuleCosts:
    """The first rule costs something, the others nothing."""
    first, *others = [named.id for named in result.problem.program.rules]
    rows = [RuleCost(rule_id=first, **_changed(result, f"Without {first}, more."))]
    rows += [RuleCost(rule_id=rule, **_changed(result, "Nothing.", matters=False)) for rule in others]
    parts = {"rows": tuple(rows), "tiers": tuple(tier.name for tier in result.tiers), "complete": True}
    return RuleCosts(**{**parts, **changes})


def weight_ranges(result, **changes) -> WeightRanges:
    """One weight of each tier: the first is known all through, the last has no end and is not proved."""
    names = [tier.name for tier in result.tiers]
    rows = [
        WeightRange(tier=name, criterion="topic_fit", place=0, weight=3, low=1, high=18, high_open=name == names[-1],
                    between=name == names[0], proved=name != names[-1], sentence=f"{name}: from 1 to 18.")
        for name in names
    ]  # fmt: skip
    return WeightRanges(**{"rows": tuple(rows), "complete": True, **changes})


def curve(result, number: int = 1, **changes) -> GiveUpCurve:
    """An aim that brings the next one something when it gives up 10, and nothing more when it gives up 20."""
    own, following = result.tiers[number : number + 2]
    rows = [
        GiveUpStep(given_up=amount, value=own.value - min(amount, 10), next_best=following.value + min(amount, 10),
                   next_profile=None, gain=min(amount, 10), moves=(), proved=True,
                   sentence=f"If {own.name} may give up {amount}, {following.name} gains.")
        for amount in (0, 10, 20)
    ]  # fmt: skip
    parts = {"tier": own.name, "next_tier": following.name, "best": own.best, "rows": tuple(rows), "complete": True}
    return GiveUpCurve(**{**parts, **changes})


def diagnosis(*sites: str, **changes) -> Diagnosis:
    """Two conflicts about sites, of one and of two rules, and two ways out of them."""
    members = [ConflictMember(rule_id=f"veto:{site}", sentence=f"{site} says no.") for site in sites]
    parts = {
        "feasible": False,
        "sentence": "No matching keeps all rules.",
        "conflicts": (Conflict(members=tuple(members[:1])), Conflict(members=tuple(members))),
        "repairs": (
            repair(*(change("mentee_veto", site, owner="mentee") for site in sites)),
            repair(change("pin", sites[0])),
        ),
        "warnings": tuple(Caution(code="slack", sites=(site,), sentence=f"{site} is all there is.") for site in sites),
    }
    return Diagnosis(**{**parts, **changes})


def every_part(result) -> list[Part]:
    """One of each, about as many sites as there are."""
    mentees = [pair.mentee for pair in result.matching.pairs]
    mentors = [mentor.id for mentor in result.problem.mentors]
    return [
        explanation(result),
        *(possible(result, mentee, None) for mentee in mentees),
        *(impossible(mentee, mentor) for mentee, mentor in zip(mentees, mentors, strict=False)),
        alternatives(result),
        certainty(result),
        comparison(result),
        slot_values(result),
        rule_costs(result),
        weight_ranges(result),
        diagnosis(*mentees),
        diagnosis(*mentees, feasible=True),
        *(curve(result, number) for number in range(len(result.problem.program.tiers) - 2)),
        *parts_of(result),
    ]
