"""The fields of work of the fourth generator: which organisations meet there, about what, and what there is to visit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A field in which organisations work together.

    Attributes:
        names: what the partnership may be called.
        parties: the organisations that may take part; those at the front are there most often.
        matters: what the work is about.
        places: what one can go and see.
        public: governed by councils and their budget rounds.
        permits: something is built for which a permit is needed.
        sealed: the chance that an organisation mails through a sealed service, so that nothing can be read of it.
        english: the chance that part of the partnership writes in English.
    """

    names: tuple[str, ...]
    parties: tuple[str, ...]
    matters: tuple[str, ...]
    places: tuple[str, ...]
    public: bool = True
    permits: bool = False
    sealed: float = 0.03
    english: float = 0.03


FIELDS: tuple[Field, ...] = (
    Field(
        ("Klimaatadaptatie Bovenstreek", "Samen aan de Linde", "Regionaal Waterprogramma", "Droge Voeten 2030"),
        (
            "Waterschap Bovenstreek",
            "Gemeente Lindewaard",
            "Provincie",
            "Gemeente Oudemeer",
            "Rijkswaterstaat",
            "Staatsbosbeheer",
            "Ingenieursbureau Kroon",
            "LTO Noord",
            "Drinkwaterbedrijf",
            "Gemeente Heerendijk",
            "Hoogheemraadschap West",
            "Kenniscentrum Water",
        ),
        (
            "peilbesluit",
            "waterberging Oost",
            "dijkvak 7",
            "gemaal De Hoop",
            "stresstest",
            "afkoppelen",
            "kadeversterking",
        ),
        ("het gemaal", "de proeftuin", "de waterberging", "het dijkmagazijn", "de zuivering"),
        permits=True,
    ),
    Field(
        ("Transformatie Jeugdhulp", "Regiotafel Jeugd", "Eerst het Kind", "Samenwerkingsagenda Jeugd"),
        (
            "Gemeente Oostrade",
            "Jeugdzorg Midden",
            "GGZ De Brug",
            "GGD",
            "Gemeente Vijfheren",
            "Samenwerkingsverband Passend Onderwijs",
            "Veilig Thuis",
            "Huisartsenkring",
            "Stichting Welzijn",
            "Gemeente Tolsteeg",
            "Cliëntenraad",
            "Raad voor de Kinderbescherming",
        ),
        (
            "wachttijden",
            "inkoop 2.0",
            "lokale teams",
            "crisisdienst",
            "gezinsgericht wonen",
            "verwijzingen",
            "tarieven",
        ),
        ("de woongroep", "het wijkteam", "de gezinshuizen", "de crisisopvang"),
        sealed=0.16,
    ),
    Field(
        ("Warmtenet Zuid", "Energieregio", "Wijk van de Toekomst", "Aardgasvrij Merenwijk"),
        (
            "Gemeente Zuiderveen",
            "Netbeheerder",
            "Woningcorporatie Thuis",
            "Warmtebedrijf",
            "Bewonerscoöperatie Merenwijk",
            "Provincie",
            "Adviesbureau Zeker",
            "Woningcorporatie De Poort",
            "Waterschap",
            "Bouwbedrijf Van Ommen",
            "Gemeente Rietlanden",
            "Bank",
        ),
        (
            "warmteplan",
            "netcongestie",
            "aansluitkosten",
            "businesscase",
            "tracé fase 2",
            "bewonerspeiling",
            "restwarmte",
        ),
        ("het ketelhuis", "de modelwoning", "het onderstation", "de proefboring"),
        permits=True,
        english=0.06,
    ),
    Field(
        ("Stationsgebied", "Woondeal Noordflank", "Gebiedsontwikkeling Kanaaloevers", "Bouwen aan Morgen"),
        (
            "Gemeente Noordflank",
            "Ontwikkelaar Stad & Land",
            "Woningcorporatie Onderdak",
            "Provincie",
            "ProRail",
            "Architectenbureau Lijn",
            "Omgevingsdienst",
            "Vervoersregio",
            "Waterschap",
            "Ondernemersvereniging",
            "Belegger Vast",
            "Gemeente Kanaaldorp",
        ),
        (
            "grondexploitatie",
            "parkeernorm",
            "stedenbouwkundig plan",
            "stikstof",
            "betaalbare woningen",
            "fasering",
            "geluid",
        ),
        ("de bouwplaats", "de oude fabriek", "het referentieproject in Gent", "de kade"),
        permits=True,
    ),
    Field(
        ("Juiste Zorg op de Juiste Plek", "Regioplan Zorg", "Zorgnetwerk Ouderen", "Digitale Zorgregio"),
        (
            "Ziekenhuis Sint Anna",
            "Huisartsencoöperatie",
            "Thuiszorg Nabij",
            "Zorgverzekeraar",
            "Verpleeghuis De Linden",
            "GGZ Regio",
            "Apothekersvereniging",
            "Gemeente Middelwaard",
            "Leverancier MediData",
            "Revalidatiecentrum",
            "Patiëntenvereniging",
            "Ambulancedienst",
        ),
        (
            "overdracht",
            "capaciteit wijkverpleging",
            "koppeling EPD",
            "spoedpost",
            "valpreventie",
            "bekostiging",
            "triage",
        ),
        ("de spoedpost", "de transferafdeling", "het hospice", "de huisartsenpraktijk"),
        public=False,
        sealed=0.18,
    ),
    Field(
        ("Leren en Werken Regio", "Techniekpact", "Werkgeverspunt", "Human Capital Agenda"),
        (
            "Mbo College",
            "Gemeente Werkendijk",
            "UWV",
            "Installatiebedrijf Vos",
            "Hogeschool",
            "Bouwend Regio",
            "VO-raad",
            "Metaalbedrijf Smit",
            "Uitzendorganisatie",
            "Vakbond",
            "Zorggroep",
            "Regionaal Werkbedrijf",
        ),
        ("stageplaatsen", "zij-instroom", "praktijkroutes", "subsidieaanvraag", "hybride docenten", "skillspaspoort"),
        ("het praktijklokaal", "de leerwerkplaats", "het open huis", "de werkplaats"),
    ),
    Field(
        ("Integrale Aanpak Ondermijning", "Veilig Buitengebied", "Zorg en Veiligheid", "Havens Weerbaar"),
        (
            "Gemeente Grensland",
            "Politie",
            "Openbaar Ministerie",
            "Veiligheidsregio",
            "RIEC",
            "Belastingdienst",
            "Gemeente Akkerveld",
            "Omgevingsdienst",
            "Douane",
            "Woningcorporatie Veste",
            "Zorg- en Veiligheidshuis",
            "Reclassering",
        ),
        ("casuïstiek", "informatiedeling", "bedrijventerrein", "convenant gegevens", "leegstand", "barrièremodel"),
        ("de meldkamer", "het bedrijventerrein", "de haven", "het wijkbureau"),
        sealed=0.3,
    ),
    Field(
        ("Ketenregie Corridor", "Slim Overladen", "Port Logistics Alliance", "Schone Stadslogistiek"),
        (
            "Havenbedrijf",
            "Vervoerder Jansen Trans",
            "Verlader Vers & Co",
            "Software Loopt",
            "Terminal Noord",
            "Rederij Maas",
            "Bank",
            "Verzekeraar",
            "Gemeente Havenstad",
            "Brancheorganisatie",
            "Distributeur Rond",
            "Kennisinstituut",
        ),
        ("slotplanning", "data-uitwisseling", "laadpleinen", "tarieven 2e helft", "pilot binnenvaart", "SLA", "API"),
        ("de terminal", "het distributiecentrum", "de containerkade", "de laadhub"),
        public=False,
        english=0.3,
    ),
    Field(
        ("Fotonica Consortium", "Smart Factory", "Circulaire Kunststof Keten", "Battery Supply Chain"),
        (
            "Machinefabriek Van Rijn",
            "Toeleverancier Precisa",
            "TNO",
            "Universiteit",
            "Start-up Lumen",
            "Ontwikkelingsmaatschappij",
            "Recycler Kringloop",
            "Chemiebedrijf",
            "Bank",
            "Hogeschool Techniek",
            "Afnemer Nordic",
            "Brancheclub",
        ),
        ("proeflijn", "work package 3", "IP-afspraken", "materiaaltest", "subsidierapportage", "specificaties", "demo"),
        ("de cleanroom", "de proeflijn", "het lab", "de fabriek in Eindhoven"),
        public=False,
        english=0.45,
    ),
    Field(
        ("Vitale Binnenstad", "Centrumalliantie", "Stad in Bedrijf", "Bezoekersplatform"),
        (
            "Gemeente Markstad",
            "Ondernemersfonds",
            "Vastgoedeigenaren",
            "Horecavereniging",
            "Citymarketing",
            "Museum",
            "Provincie",
            "Winkelketen",
            "Bewonersoverleg",
            "Vervoerder",
            "Evenementenbureau",
            "Makelaar",
        ),
        (
            "leegstand",
            "venstertijden",
            "terrassen",
            "evenementenkalender",
            "BIZ-bijdrage",
            "kerstmarkt",
            "fietsparkeren",
        ),
        ("de markthal", "het nieuwe plein", "de winkelstraat in Deventer", "het museum"),
    ),
    Field(
        ("Shared Service Bedrijfsvoering", "Samenwerking Belastingen", "ICT Vier Gemeenten", "Dienstverlening Samen"),
        (
            "Gemeente Westerbeek",
            "Gemeente Duinrode",
            "Gemeente Hoogveld",
            "Gemeente Klaverweide",
            "Dienstencentrum",
            "Leverancier Civitas",
            "Waterschap",
            "Gemeente Broek",
            "Adviesbureau Helder",
            "Gemeente Ruigoord",
            "Belastingsamenwerking",
            "VNG",
        ),
        (
            "migratie",
            "dienstverleningsovereenkomst",
            "verdeelsleutel",
            "aanbesteding",
            "zaaksysteem",
            "formatie",
            "BBV",
        ),
        ("het dienstencentrum", "het klantcontactcentrum", "het rekencentrum"),
    ),
)
