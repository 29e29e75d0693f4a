// Wat hecht bewaart.
export default {
  'held.lead': ['hecht bewaart dat er contact was, nooit wat er stond. Zoek iemand op en zie alles wat er van die persoon ligt.', 'hecht keeps that there was contact, never what it said. Look somebody up and see all that is held of them.'],
  'held.facts': ['Van ieder contact: wie, wanneer, langs welke weg, en hoeveel ruimte er was voor de ander. Van een mail ook het onderwerp, van een afspraak de titel.', 'Of each contact: who, when, by which way, and how much room there was for the other. Of a mail also its subject, of a meeting its title.'],
  'held.never': ['Nooit: de tekst van een bericht, een bijlage, een fragment.', 'Never: the text of a message, an attachment, a snippet.'],
  'held.where': ['Alles staat in één bestand op deze computer. hecht maakt uit zichzelf geen verbinding met iets anders.', 'Everything is in one file on this computer. By itself hecht connects to nothing else.'],
  'held.total': ['{people} adressen en namen, {n} {n|contactmoment|contactmomenten}', '{people} addresses and names, {n} {n|moment|moments} of contact'],
  'held.names': ['Namen', 'Names'],
  'held.addresses': ['Adressen', 'Addresses'],
  'held.cards': ['Adresboek', 'Address book'],
  'held.contact': ['Contact', 'Contact'],
  'held.topics': ['Woorden uit onderwerpen en titels, waarmee gezocht wordt', 'Words of subjects and titles, by which is searched'],
  'held.titles': ['Onderwerpen en titels', 'Subjects and titles'],
  'held.more': ['en nog {n}', 'and {n} more'],
  'held.places': ['Gezien op mailinglijsten', 'Seen on mailing lists'],
  'held.decisions': ['Wat jij besliste', 'What you decided'],
  'held.sources': ['Uit', 'From'],
  'held.from_to': ['van {first} tot {last}', 'from {first} to {last}'],
} as const;
