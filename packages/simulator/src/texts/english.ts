import type { Phrases } from './phrases.js';

export const english: Phrases = {
  beforeArrival: [
    'Hello, we land at six in the morning. Can we leave our luggage with you before check-in?',
    'Hi, is there parking at the hotel and how much does it cost per night?',
    'Could you please tell me whether the room has a desk and a kettle?',
    'Good afternoon, we are travelling with a small child and would need a cot in the room.',
  ],
  request: [
    'Could somebody bring two more towels to our room, please?',
    'Hi, could we have a late check-out at one o’clock tomorrow?',
    'What time is breakfast served on Sunday, and where is it?',
    'Please could you order a taxi to the airport for half past five in the morning?',
  ],
  complaint: [
    'The air conditioning in our room is broken and very noisy, we could not sleep at all.',
    'There is no hot water in the shower again and nobody answers the phone at reception.',
    'The bathroom was dirty when we arrived and the sheets smell awful.',
    'The wifi is terrible, I keep losing the connection in the middle of my meeting.',
  ],
  praise: [
    'Thank you so much, the room is beautiful and the view is wonderful!',
    'The breakfast was delicious and everybody on your team has been so friendly.',
    'Perfect, that was really quick. Thanks for the excellent service!',
  ],
  afterStay: [
    'Hello, I think I left a blue phone charger in the room. Have you found it by any chance?',
    'Could you please send the invoice with our company address on it?',
    'We checked out yesterday, could you confirm that the deposit will be returned?',
  ],
  goodReview: [
    'Wonderful stay from beginning to end. The staff were kind and helpful, the room was spotless and the breakfast was excellent.',
    'Great location, comfortable bed and a lovely quiet courtyard. We would happily come back.',
    'Friendly people, a beautiful building and superb food. One of the best hotels we have stayed in.',
  ],
  badReview: [
    'Very disappointing. The room was dirty, the walls are thin and the staff were rude when we complained.',
    'Overpriced and noisy. The lift was broken for three days and nobody apologised.',
    'Bad experience: cold water, a broken lamp and a terrible smell in the corridor. We will not return.',
  ],
  pageComment: [
    'Does anybody know if the rooftop restaurant is open during the winter?',
    'Such a lovely place, we had a wonderful weekend with you last month!',
    'We waited forty minutes for a table and the soup was cold. Disappointing.',
  ],
  answer: [
    'Thank you for writing to us. We have passed this on to our team and will be in touch today.',
    'Hello and thank you for your message, please send us your dates and we will check for you.',
  ],
  thanks: [
    'Thank you for your kind words. We have shared them with the whole team and hope to see you again.',
  ],
  apology: [
    'We are sorry that your stay was not what you expected. We have talked to the team about what you describe.',
  ],
};
