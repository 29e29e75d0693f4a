// What one chooses from for a collaboration; written by tests/web/test_contract.py from src/hecht/text.
export const LISTS = {
  "role": [
    "partner",
    "supplier",
    "funder",
    "client",
    "regulator",
    "adviser",
    "knowledge",
    "users",
    "other"
  ],
  "motive": [
    "too_small",
    "knowledge",
    "means",
    "continuity",
    "learning",
    "another_world",
    "one_counter",
    "other"
  ],
  "form": [
    "transactional",
    "functional",
    "exploratory",
    "entrepreneurial"
  ],
  "kind": [
    "start",
    "vision",
    "intent",
    "covenant",
    "cost_decision",
    "permit",
    "election",
    "budget",
    "reorganisation",
    "other"
  ],
  "level": [
    "network",
    "own",
    "gives",
    "gets"
  ],
  "programme": [
    "informal",
    "work_visit",
    "outing",
    "peer_consultation",
    "look_back",
    "celebrate"
  ],
  "effect": [
    "new_ideas",
    "trust_grown",
    "service_kept",
    "money"
  ]
} as const;

export default {
  "together.role.partner": [
    "partner",
    "partner"
  ],
  "together.role.supplier": [
    "leverancier",
    "supplier"
  ],
  "together.role.funder": [
    "financier",
    "funder"
  ],
  "together.role.client": [
    "opdrachtgever",
    "client"
  ],
  "together.role.regulator": [
    "toezichthouder",
    "regulator"
  ],
  "together.role.adviser": [
    "adviseur",
    "adviser"
  ],
  "together.role.knowledge": [
    "kennispartij",
    "knowledge partner"
  ],
  "together.role.users": [
    "voor wie het gebeurt",
    "for whom it is done"
  ],
  "together.role.other": [
    "anders",
    "other"
  ],
  "together.motive.too_small": [
    "alleen te klein",
    "too small alone"
  ],
  "together.motive.knowledge": [
    "kennis",
    "knowledge"
  ],
  "together.motive.means": [
    "middelen",
    "means"
  ],
  "together.motive.continuity": [
    "continuïteit",
    "continuity"
  ],
  "together.motive.learning": [
    "leren van elkaar",
    "learning from each other"
  ],
  "together.motive.another_world": [
    "een andere wereld leren kennen",
    "getting to know another world"
  ],
  "together.motive.one_counter": [
    "één loket voor de inwoner",
    "one counter for the citizen"
  ],
  "together.motive.other": [
    "anders",
    "other"
  ],
  "together.form.transactional": [
    "transactioneel: ieder levert iets, en het wordt er beter van",
    "transactional: each delivers something, and it gets better"
  ],
  "together.form.functional": [
    "functioneel: samen doen wat ieder anders alleen zou doen",
    "functional: doing together what each would do alone"
  ],
  "together.form.exploratory": [
    "verkennend: van elkaar leren om iets nieuws te vinden",
    "exploratory: learning from each other to find something new"
  ],
  "together.form.entrepreneurial": [
    "ondernemend: samen iets nieuws beginnen, met gedeeld risico",
    "entrepreneurial: beginning something new together, with shared risk"
  ],
  "together.kind.start": [
    "Begin",
    "Start"
  ],
  "together.kind.vision": [
    "Visie",
    "Vision"
  ],
  "together.kind.intent": [
    "Intentieverklaring",
    "Letter of intent"
  ],
  "together.kind.covenant": [
    "Convenant",
    "Covenant"
  ],
  "together.kind.cost_decision": [
    "Besluit over de kosten",
    "Decision on the costs"
  ],
  "together.kind.permit": [
    "Vergunning",
    "Permit"
  ],
  "together.kind.election": [
    "Verkiezingen",
    "Elections"
  ],
  "together.kind.budget": [
    "Begroting",
    "Budget"
  ],
  "together.kind.reorganisation": [
    "Reorganisatie",
    "Reorganisation"
  ],
  "together.kind.other": [
    "Moment",
    "Moment"
  ],
  "together.level.network": [
    "Belang van het netwerk",
    "Interest of the network"
  ],
  "together.level.own": [
    "Eigen belang",
    "Own interest"
  ],
  "together.level.gives": [
    "Geeft op",
    "Gives up"
  ],
  "together.level.gets": [
    "Krijgt terug",
    "Gets for it"
  ],
  "together.programme.informal": [
    "Informele ontmoeting",
    "Informal meeting"
  ],
  "together.programme.work_visit": [
    "Werkbezoek",
    "Work visit"
  ],
  "together.programme.outing": [
    "Samen naar een voorstelling of wedstrijd",
    "A show or a match together"
  ],
  "together.programme.peer_consultation": [
    "Intervisie: hoe helpen we samen een collega met een stevig probleem",
    "Peer consultation: how do we together help a colleague with a hard problem"
  ],
  "together.programme.look_back": [
    "Terugkijken op hoe we samenwerken",
    "Looking back on how we work together"
  ],
  "together.programme.celebrate": [
    "Vieren",
    "Celebrating"
  ],
  "together.effect.new_ideas": [
    "Nieuwe ideeën",
    "New ideas"
  ],
  "together.effect.trust_grown": [
    "Gegroeid vertrouwen",
    "Trust grown"
  ],
  "together.effect.service_kept": [
    "Dienstafspraken gehaald",
    "Service agreements kept"
  ],
  "together.effect.money": [
    "Geld",
    "Money"
  ]
} as const;
