import { expect, test } from '@jest/globals';
import { createLanguageGuess } from './language.js';

const guessLanguage = createLanguageGuess();

test.each([
  ['en', 'Could we have a late checkout on Sunday?'],
  ['en', 'wifi is not working in room 302'],
  ['de', 'Können wir morgen später auschecken?'],
  ['de', 'Wo kann ich mein Auto parken?'],
  ['fr', 'Est-ce que la piscine est ouverte ce soir ?'],
  ['fr', 'Il manque des serviettes dans ma chambre'],
  ['es', '¿Dónde puedo aparcar el coche esta noche?'],
  ['es', 'Necesitamos dos toallas más por favor'],
  ['it', 'Possiamo lasciare le valigie alla reception?'],
  ['it', 'Il condizionatore della camera non funziona'],
  ['pt', 'O ar condicionado do quarto não funciona'],
  ['pt', 'Vocês têm serviço de quarto à noite?'],
  ['nl', 'Kunnen we de bagage bij de receptie laten?'],
  ['nl', 'De verwarming op onze kamer doet het niet'],
  ['pl', 'Czy możemy zostawić bagaże w recepcji?'],
  ['pl', 'Klimatyzacja w pokoju nie działa od wczoraj'],
  ['tr', 'Bavullarımızı resepsiyona bırakabilir miyiz?'],
  ['tr', 'Odadaki klima dünden beri çalışmıyor'],
  ['ru', 'Можно оставить багаж до вечера?'],
  ['ru', 'В номере не работает кондиционер'],
  ['uk', 'Чи можна залишити багаж до вечора?'],
  ['uk', 'У номері не працює кондиціонер'],
  ['ar', 'هل يمكننا ترك الحقائب في الاستقبال؟'],
  ['ar', 'المكيف في الغرفة لا يعمل منذ أمس'],
  ['hy', 'Կարո՞ղ ենք ուղեբեռը թողնել ընդունարանում'],
  ['zh', '可以把行李寄存在前台吗？'],
  ['zh', '房间的WIFI连不上，请帮忙'],
  ['ja', '荷物をフロントに預けられますか'],
  ['ko', '프런트에 짐을 맡길 수 있나요?'],
  ['ko', '302호 WIFI가 안 돼요'],
  ['th', 'ฝากกระเป๋าไว้ที่แผนกต้อนรับได้ไหม'],
  ['he', 'אפשר להשאיר את המזוודות בקבלה?'],
  ['el', 'Μπορούμε να αφήσουμε τις βαλίτσες;'],
  ['ka', 'შეგვიძლია ბარგი მიმღებში დავტოვოთ?'],
])('a guest writes %s: %s', (language, text) => {
  expect(guessLanguage(text).language).toBe(language);
});

test.each(['', '512', 'ok', '👍', 'Hilton', 'wifi'])('"%s" alone is in no language for sure', (text) => {
  expect(guessLanguage(text).language).toBeNull();
});

test('a stated language may be a tag in any case, and is nothing where it is no code', () => {
  expect(guessLanguage('ok', 'PT-br').language).toBe('pt');
  expect(guessLanguage('ok', 'zh_Hans').language).toBe('zh');
  expect(guessLanguage('ok', 'English').language).toBeNull();
});

test('the likeliest language is named where the text leaves its language open', () => {
  expect(guessLanguage('ok super').likeliest).not.toBeNull();
  expect(guessLanguage('512').likeliest).toBeNull();
});
