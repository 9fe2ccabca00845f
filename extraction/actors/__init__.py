"""Who acts: mentions of states, governments, leaders and agencies, and the parties of commitments and figures."""

from extraction.actors.commitments import attach_actors
from extraction.actors.documents import document_parties
from extraction.actors.figures import actors_of_figures
from extraction.actors.mentions import find_actors

__all__ = ["actors_of_figures", "attach_actors", "document_parties", "find_actors"]
