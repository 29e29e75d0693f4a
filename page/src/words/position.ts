// Mijn positie.
export default {
  'position.lead': ['Hoe je contact over mensen en groepen verdeeld is. Geen cijfer over jou of over iemand anders.', 'How your contact is spread over people and groups. No mark for you or for anybody.'],
  'position.contacts': ['mensen met wie je contact had', 'people you were in touch with'],
  'position.ways': ['verschillende ingangen, op zijn hoogst', 'different ways in, at most'],
  'position.half': ['mensen zijn samen de helft van je contact', 'people make up half of your contact'],
  'position.groups': ['De groepen waarin je contact ligt', 'The groups in which your contact lies'],
  'position.through': ['Waar veel langs een of twee mensen loopt', 'Where much goes through one or two people'],
  'position.people': ['{n} {n|mens|mensen}', '{n} {n|person|people}'],
} as const;
