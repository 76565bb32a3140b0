/** Messages as guests write them, by language; every text was written for this project. */
export interface GuestMessages {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  /** Questions and wishes without a verdict. */
  readonly neutral: readonly string[];
}

export const GUEST_MESSAGES: Readonly<Record<string, GuestMessages>> = {
  en: {
    positive: [
      'Thank you, the room is lovely!',
      'Not bad at all, we liked the view',
      'We spent four nights here with the children. The staff were friendly, breakfast was delicious and the beds were comfortable. We will be back.',
    ],
    negative: [
      'The shower is broken and nobody came',
      'The room is not clean',
      'We waited two hours for the keys, the corridor smelled of smoke and the manager was rude. Terrible value, never again.',
    ],
    neutral: ['What time is breakfast tomorrow?', 'Please send two pillows to room 512'],
  },
  de: {
    positive: [
      'Vielen Dank, das Zimmer ist wunderschön!',
      'Das Frühstück war lecker',
      'Wir waren drei Nächte hier. Das Personal war sehr freundlich, die Betten bequem und alles sauber. Wir kommen gerne wieder.',
    ],
    negative: [
      'Die Heizung ist kaputt und es ist kalt',
      'Das Bad war nicht sauber',
      'Leider eine Enttäuschung: Schimmel im Bad, laute Straße, unfreundliche Rezeption. Das WLAN funktioniert nicht.',
    ],
    neutral: ['Wann gibt es morgen Frühstück?', 'Bitte zwei Kissen auf Zimmer 512 bringen'],
  },
  fr: {
    positive: [
      'Merci beaucoup, la chambre est magnifique !',
      'Le petit déjeuner était délicieux',
      "Nous avons passé trois nuits dans cet hôtel. L'équipe est très gentille, la chambre propre et le lit confortable. Nous reviendrons.",
    ],
    negative: [
      'La douche est cassée et il fait froid',
      "La chambre n'est pas propre",
      'Quelle déception : des cafards dans la salle de bain, un accueil désagréable et du bruit toute la nuit. À fuir.',
    ],
    neutral: [
      'À quelle heure commence le service demain ?',
      "Pouvez-vous m'apporter deux oreillers chambre 512 ?",
    ],
  },
  es: {
    positive: [
      'Muchas gracias, la habitación es preciosa',
      'El desayuno estaba delicioso',
      'Pasamos cuatro noches con los niños. El personal fue muy amable, la habitación estaba limpia y la cama muy cómoda. Volveremos.',
    ],
    negative: [
      'La ducha está rota y no viene nadie',
      'La habitación no está limpia',
      'Qué decepción: cucarachas en el baño, recepción antipática y mucho ruido toda la noche. No lo recomiendo.',
    ],
    neutral: ['¿A qué hora se sirve el desayuno mañana?', 'Pueden traer dos almohadas a la 512'],
  },
  it: {
    positive: [
      'Grazie mille, la camera è bellissima!',
      'La colazione era deliziosa',
      'Abbiamo passato quattro notti qui. Il personale è gentilissimo, la camera pulita e il letto comodo. Torneremo volentieri.',
    ],
    negative: [
      'La doccia è rotta e fa freddo',
      'La camera non è pulita',
      'Che delusione: scarafaggi in bagno, personale maleducato e rumore tutta la notte. Non lo consiglio a nessuno.',
    ],
    neutral: ['A che ora si serve la colazione domani?', 'Potete portare due cuscini alla 512?'],
  },
  pt: {
    positive: [
      'Muito obrigado, o quarto é lindo!',
      'O café da manhã estava delicioso',
      'Ficamos quatro noites com as crianças. A equipe foi muito simpática, o quarto limpo e a cama confortável. Voltaremos.',
    ],
    negative: [
      'O chuveiro está quebrado e ninguém veio',
      'O quarto não está limpo',
      'Que decepção: baratas no banheiro, recepção grosseira e muito barulho a noite toda. Não recomendo.',
    ],
    neutral: ['A que horas é servido o almoço amanhã?', 'Podem trazer duas almofadas para o quarto 512?'],
  },
  nl: {
    positive: [
      'Hartelijk dank, de kamer is prachtig!',
      'Het ontbijt was heerlijk',
      'We waren hier vier nachten met de kinderen. Het personeel was vriendelijk, de kamer schoon en de bedden prima. We komen terug.',
    ],
    negative: [
      'De douche is kapot en het is koud',
      'De badkamer was niet schoon',
      'Wat een teleurstelling: schimmel in de badkamer, onbeschofte receptie en de hele nacht lawaai. De wifi werkt niet.',
    ],
    neutral: ['Hoe laat is het ontbijt morgen?', 'Kunt u twee kussens naar kamer 512 brengen?'],
  },
  pl: {
    positive: [
      'Dziękuję bardzo, pokój jest piękny!',
      'Śniadanie było pyszne',
      'Spędziliśmy tu cztery noce z dziećmi. Obsługa bardzo miła, pokój czysty, łóżka wygodne. Na pewno wrócimy.',
    ],
    negative: [
      'Prysznic jest zepsuty i nikt nie przyszedł',
      'Łazienka nie była czysta',
      'Rozczarowanie: grzyb w łazience, niemiła recepcja i hałas przez całą noc. Nie polecam nikomu.',
    ],
    neutral: ['O której jutro jest śniadanie?', 'Proszę przynieść dwie poduszki do pokoju 512'],
  },
  ru: {
    positive: [
      'Спасибо большое, номер прекрасный!',
      'Завтрак был очень вкусный',
      'Жили здесь четыре ночи с детьми. Персонал вежливый, в номере чисто, кровати удобные. Обязательно вернёмся.',
    ],
    negative: [
      'Душ сломан, и никто не пришёл',
      'В номере не убрано и грязно',
      'Полное разочарование: плесень в ванной, хамство на ресепшене и шум всю ночь. Не рекомендую.',
    ],
    neutral: ['Во сколько завтра завтрак?', 'Принесите две подушки в номер 512'],
  },
  uk: {
    positive: [
      'Дуже дякую, номер чудовий!',
      'Сніданок був дуже смачний',
      'Ми прожили тут чотири ночі з дітьми. Персонал привітний, у номері чисто, ліжка зручні. Обовʼязково повернемося.',
    ],
    negative: [
      'Душ зламаний, і ніхто не прийшов',
      'У ванній брудно і холодно',
      'Суцільне розчарування: пліснява у ванній, грубий персонал і шум усю ніч. Не рекомендую.',
    ],
    neutral: ['О котрій завтра сніданок?', 'Принесіть дві подушки в номер 512'],
  },
  hy: {
    positive: [
      'Շատ շնորհակալ եմ, սենյակը հիանալի է։',
      'Նախաճաշը շատ համեղ էր',
      'Չորս գիշեր մնացինք երեխաների հետ։ Աշխատակիցները բարեհամբույր են, սենյակը մաքուր, մահճակալները հարմարավետ։ Անպայման կվերադառնանք։',
    ],
    negative: [
      'Լոգարանը կեղտոտ է, տաք ջուր չկա',
      'Սենյակը մաքուր չէ',
      'Մեծ հիասթափություն. բորբոս լոգարանում, կոպիտ աշխատակիցներ և աղմուկ ամբողջ գիշեր։ Խորհուրդ չեմ տալիս։',
    ],
    neutral: ['Վաղը ժամը քանիսի՞ն է նախաճաշը', 'Խնդրում եմ երկու բարձ բերեք 512 սենյակ'],
  },
  tr: {
    positive: [
      'Çok teşekkürler, oda harika!',
      'Kahvaltı çok lezzetliydi',
      'Çocuklarla dört gece kaldık. Personel güler yüzlü, oda tertemiz, yataklar rahat. Kesinlikle tekrar geleceğiz.',
    ],
    negative: [
      'Duş bozuk ve kimse gelmedi',
      'Oda temiz değil',
      'Tam bir hayal kırıklığı: banyoda küf, kaba personel ve bütün gece gürültü. Kimseye tavsiye etmiyorum.',
    ],
    neutral: ['Yarın kahvaltı saat kaçta?', '512 numaralı odaya iki yastık getirir misiniz?'],
  },
  ar: {
    positive: [
      'شكرا جزيلا، الغرفة رائعة',
      'كان الإفطار لذيذا جدا',
      'أقمنا هنا أربع ليال مع الأطفال. الموظفون ودودون والغرفة نظيفة والأسرة مريحة. سنعود بالتأكيد.',
    ],
    negative: [
      'الدش مكسور ولم يأت أحد',
      'الغرفة غير نظيفة',
      'تجربة سيئة: صراصير في الحمام وموظفون وقحون وضجيج طوال الليل. لا أنصح به.',
    ],
    neutral: ['متى يبدأ الإفطار غدا؟', 'أرجو إرسال وسادتين إلى الغرفة 512'],
  },
  zh: {
    positive: [
      '谢谢，房间很漂亮！',
      '早餐很好吃',
      '带孩子住了四晚，服务员很热情，房间干净，床也舒服，下次还会来。',
    ],
    negative: [
      '淋浴坏了，一直没人来修',
      '房间不干净',
      '太失望了：浴室发霉，前台态度很差，整晚都很吵，再也不会来了。',
    ],
    neutral: ['明天几点吃早饭？', '请送两个枕头到512房间'],
  },
  ja: {
    positive: [
      'ありがとうございます、部屋がとてもきれいです！',
      '朝食がおいしかったです',
      '子どもと四泊しました。スタッフは親切で、部屋は清潔、ベッドも快適でした。また来たいです。',
    ],
    negative: [
      'シャワーが壊れています',
      '部屋がきれいではない',
      'とても残念でした。浴室にカビがあり、フロントは失礼で、一晩中うるさかったです。二度と泊まりません。',
    ],
    neutral: ['明日の朝食は何時からですか', '512号室に枕を二つお願いします'],
  },
  ko: {
    positive: [
      '감사합니다, 방이 정말 예뻐요!',
      '조식이 맛있었어요',
      '아이들과 나흘 묵었습니다. 직원분들이 친절하고 방도 깨끗하고 침대도 편안했어요. 또 오고 싶어요.',
    ],
    negative: [
      '샤워기가 고장 났는데 아무도 안 왔어요',
      '방이 깨끗하지 않아요',
      '정말 실망했습니다. 욕실에 곰팡이가 있고 직원은 불친절하고 밤새 시끄러웠어요. 다시는 안 갑니다.',
    ],
    neutral: ['내일 조식은 몇 시부터인가요?', '512호에 베개 두 개 가져다주세요'],
  },
};
