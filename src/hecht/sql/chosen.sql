-- chosen: the versions that hold of days after :since up to :until, as `contact` reads them.
SELECT l.revision FROM latest l WHERE l.log = :log AND l.day > :since AND l.day <= :until
