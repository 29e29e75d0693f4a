-- lists: the persons that are no person but the address of a mailing list.
SELECT DISTINCT i.person FROM place p JOIN identity i ON i.log = p.log AND i.identifier = p.address WHERE p.log = :log
