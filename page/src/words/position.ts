// Mijn positie.
export default {
  'position.lead': ['Hoe je contact over mensen en groepen verdeeld is. Geen cijfer over jou of over iemand anders.', 'How your contact is spread over people and groups. No mark for you or for anybody.'],
  'position.contacts': ['contacten', 'contacts'],
  'position.ways': ['verschillende ingangen, hooguit', 'different ways in, at most'],
  'position.half': ['mensen voor de helft van je contact', 'people for half of your contact'],
  'position.groups': ['De groepen waarin je contact ligt', 'The groups in which your contact lies'],
  'position.people': ['{n} mensen', '{n} people'],
} as const;
