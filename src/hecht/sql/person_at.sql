-- person_at: the person of the identifier with key :identifier; an older id of a person is such a key too.
SELECT i.person FROM identity i WHERE i.log = :log AND i.identifier = :identifier
