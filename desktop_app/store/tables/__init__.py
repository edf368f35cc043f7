"""The tables, one file per noun. Importing this package fills `Base.metadata`.

Relationships point one way, child to parent; a row has no behaviour beyond itself.
"""

from sqlalchemy.orm import configure_mappers

from desktop_app.store.tables.base import Base
from desktop_app.store.tables.clients import Client, ContactPerson, HouseholdMember, Referral
from desktop_app.store.tables.contacts import ContactNote
from desktop_app.store.tables.drafts import Draft
from desktop_app.store.tables.dwellings import Complex, Dwelling, DwellingStatus
from desktop_app.store.tables.erasures import Erasure
from desktop_app.store.tables.journal import JournalEntry
from desktop_app.store.tables.meta import Device, History, Meta, SearchEntry, Secret, Setting
from desktop_app.store.tables.months import MonthFile, MonthMember
from desktop_app.store.tables.organisation import Organisation, Worker
from desktop_app.store.tables.plans import (
    KeptTemplate,
    Plan,
    PlanAction,
    PlanGoal,
    PlanPrint,
    PlanScore,
    PlanSection,
)
from desktop_app.store.tables.region import Participant, ReceivedFile
from desktop_app.store.tables.support import Decision, SupportPeriod, TrajectoryStep
from desktop_app.store.tables.tasks import Task
from desktop_app.store.tables.tenancies import Tenancy
from desktop_app.store.tables.wishes import HousingWish

configure_mappers()  # here, where a worker loads it, and not before a window's first query

__all__ = [
    "Base",
    "Client",
    "Complex",
    "ContactNote",
    "ContactPerson",
    "Decision",
    "Device",
    "Draft",
    "Dwelling",
    "DwellingStatus",
    "Erasure",
    "History",
    "HouseholdMember",
    "HousingWish",
    "JournalEntry",
    "KeptTemplate",
    "Meta",
    "MonthFile",
    "MonthMember",
    "Organisation",
    "Participant",
    "Plan",
    "PlanAction",
    "PlanGoal",
    "PlanPrint",
    "PlanScore",
    "PlanSection",
    "ReceivedFile",
    "Referral",
    "SearchEntry",
    "Secret",
    "Setting",
    "SupportPeriod",
    "Task",
    "Tenancy",
    "TrajectoryStep",
    "Worker",
]
