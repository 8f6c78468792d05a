-- The boundaries that the figures of an edition were drawn on: what each code that its returns name goes on as, and within what.
insert into xianbao.edition_place (edition, code, place, within)
select :edition, p.code, goes_on.code, above.code
from closing_place p
join closing_place goes_on on goes_on.id = p.goes_on
join closing_up u on u.place = goes_on.id
join closing_place above on above.id = u.ancestor
where p.named
order by p.id, u.ancestor
