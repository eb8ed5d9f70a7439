"""What the designer asks of the server it is mounted in: the ports, and nothing else."""

from typing import Protocol

from engine.ports import (
    Clock,
    DefinitionStore,
    DraftStore,
    FlowTrials,
    IdSource,
    People,
    Presence,
    RoleHolders,
    Runs,
    StarterShelf,
    StoragePlanner,
    Workbooks,
)


class Services(Protocol):
    """The services handed to extensions, as far as the designer uses them."""

    @property
    def definitions(self) -> DefinitionStore:
        """Return the published releases."""

    @property
    def planner(self) -> StoragePlanner:
        """Return what brings stored data to new documents."""

    @property
    def drafts(self) -> DraftStore:
        """Return the drafts."""

    @property
    def presence(self) -> Presence:
        """Return who is designing."""

    @property
    def people(self) -> People:
        """Return the names of persons."""

    @property
    def trials(self) -> FlowTrials:
        """Return what a flow may look at while it is tried."""

    @property
    def holders(self) -> RoleHolders:
        """Return who holds the roles of apps."""

    @property
    def starters(self) -> StarterShelf:
        """Return the complete apps to begin from."""

    @property
    def workbooks(self) -> Workbooks:
        """Return the files of tables that people brought."""

    @property
    def runs(self) -> Runs:
        """Return the runs of flows."""

    @property
    def clock(self) -> Clock:
        """Return the clock."""

    @property
    def ids(self) -> IdSource:
        """Return where ids come from."""
