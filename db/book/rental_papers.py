"""The papers of rentals, and the bytes of their scans: each once, by its checksum."""

from db.book.records import Table, ask
from db.book.rental_rows import Attachment, RentalPaper
from db.driver import Connection

PAPERS = Table("rental_papers", RentalPaper, "rental paper")
ATTACHMENTS = Table("attachments", Attachment, "attachment")


def save(connection: Connection, paper: RentalPaper) -> RentalPaper:
    """Keeps a paper."""
    return PAPERS.save(connection, paper)


def set_removed(connection: Connection, number: int, *, removed: bool) -> None:
    """Takes a paper out of its rental's list, or puts it back."""
    PAPERS.mark_deleted(connection, number, deleted=removed)


def of_rental(connection: Connection, rental_id: int) -> list[RentalPaper]:
    """A rental's papers in the order in which they were noted."""
    return PAPERS.find(connection, "where rental_id = ? and deleted = 0 order by id", [rental_id])


def keep_bytes(connection: Connection, attachment: Attachment, data: bytes) -> Attachment:
    """Keeps a file's bytes, or finds them where they are there already."""
    found = ATTACHMENTS.find(connection, "where sha256 = ?", [attachment.sha256])
    return found[0] if found else ATTACHMENTS.save(connection, attachment, data=data)


def read_bytes(connection: Connection, number: int) -> tuple[Attachment, bytes]:
    """A file that was attached. NotInBook where there is none."""
    attachment = ATTACHMENTS.read(connection, number)
    ((data,),) = ask(connection, "select data from attachments where id = ?", [number])
    return attachment, data


def forget_unused(connection: Connection, number: int) -> None:
    """Forgets a file's bytes where no paper has them, a removed one neither."""
    unused = "not exists (select 1 from rental_papers where attachment_id = ?1)"
    connection.execute(f"delete from attachments where id = ?1 and {unused}", [number])  # noqa: S608 -- own names
