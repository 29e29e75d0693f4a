// Vandaag.
export default {
  'today.none': ['Vandaag en de volgende werkdag staat er geen overleg met anderen in je agenda.', 'There is no meeting with others in your calendar today or the next working day.'],
  'today.to_week': ['Wat er deze week past', 'What fits this week'],
} as const;
