-- The boundaries that the figures of an edition were drawn on, as far as its returns name places: how each goes on, within what.
insert into xianbao.edition_place (edition, code, place, within)
select :edition, p.code, goes_on.code, above.code
from closing_place p
join closing_place goes_on on goes_on.id = p.goes_on
join closing_up u on u.place = goes_on.id
join closing_place above on above.id = u.ancestor
where goes_on.id in (select place from closing_county
                     union
                     select r.goes_on from closing_input c join closing_place r on r.code = c.region)
order by p.id, u.ancestor;
