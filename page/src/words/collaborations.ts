// Samenwerkingen: the list, and the page of one.
export default {
  'together.lead': ['Waar je met meer organisaties aan werkt: wie er zitten, wat er is afgesproken, en hoe inhoud en relatie samen op gaan.', 'What you work on with several organisations: who takes part, what was agreed, and how content and relation go together.'],
  'together.empty': ['Nog geen samenwerkingen.', 'No collaborations yet.'],
  'together.empty_why': ['Een samenwerking voeg je zelf toe, met de organisaties die meedoen. Daarna is hier te zien hoe het contact ertussen loopt.', 'You add a collaboration yourself, with the organisations that take part. After that this shows how contact between them goes.'],
} as const;
