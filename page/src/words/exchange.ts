// Brengen en halen: what one asks and offers, and who may help whom.
export default {
  'exchange.lead': ['Wat jij kunt brengen, wat je zoekt, en wie elkaar verder kunnen helpen.', 'What you can bring, what you look for, and who can help one another on.'],
  'exchange.empty': ['Nog geen vragen en geen aanbod.', 'No questions and no offers yet.'],
  'exchange.empty_why': ['Hier komt te staan wat je zelf vraagt en biedt, en bij wie dat zou passen. hecht leidt dat niet uit je berichten af: je zegt het zelf.', 'Here will be what you ask and offer yourself, and whom that may fit. hecht does not conclude that from your messages: you say it yourself.'],
} as const;
