import type { Phrases } from './phrases.js';

export const polish: Phrases = {
  beforeArrival: [
    'Dzień dobry, przyjedziemy dopiero około północy. Czy recepcja będzie jeszcze czynna?',
    'Czy przy hotelu jest parking i ile kosztuje za dobę?',
    'Dzień dobry, podróżujemy z małym dzieckiem i potrzebujemy łóżeczka w pokoju.',
    'Czy śniadanie jest wliczone w cenę pokoju, czy płaci się osobno?',
  ],
  request: [
    'Czy mogę prosić o dwa dodatkowe ręczniki i jeszcze jedną poduszkę do pokoju?',
    'Od której godziny jutro jest śniadanie i na którym piętrze?',
    'Proszę zamówić nam taksówkę na lotnisko na piątą rano.',
    'Czy możemy wymeldować się jutro godzinę później?',
  ],
  complaint: [
    'Klimatyzacja jest zepsuta i bardzo głośna, nie mogliśmy spać przez całą noc.',
    'Łazienka była brudna, a ciepłej wody znowu nie ma. To jest okropne.',
    'Czekamy na kolację już godzinę i nikt nie odbiera telefonu w recepcji. Jestem rozczarowany.',
    'Internet działa fatalnie, nie mogę normalnie pracować.',
  ],
  praise: [
    'Bardzo dziękujemy, pokój jest piękny, a widok wspaniały!',
    'Śniadanie było pyszne, a cały personel jest niezwykle miły.',
    'Świetnie, to było naprawdę szybko. Dziękuję za doskonałą obsługę!',
  ],
  afterStay: [
    'Dzień dobry, chyba zostawiłam w pokoju ładowarkę do telefonu. Czy ją Państwo znaleźli?',
    'Proszę o przesłanie faktury z danymi naszej firmy.',
    'Wyjechaliśmy wczoraj, kiedy zostanie zwrócona kaucja?',
  ],
  goodReview: [
    'Wspaniały pobyt od początku do końca. Czysty pokój, miła obsługa i pyszne śniadanie.',
    'Doskonała lokalizacja, wygodne łóżka i cisza mimo centrum miasta. Chętnie wrócimy.',
    'Piękny hotel, bardzo pomocny personel i świetne jedzenie w restauracji.',
  ],
  badReview: [
    'Ogromne rozczarowanie. Pokój był brudny, ściany cienkie, a obsługa nieuprzejma.',
    'Zdecydowanie za drogo. Winda była zepsuta przez trzy dni i nikt nas nie przeprosił.',
    'Złe doświadczenie: zimna woda, zepsuta lampa i okropny zapach na korytarzu.',
  ],
  pageComment: [
    'Czy ktoś wie, czy restauracja jest otwarta także w niedzielę wieczorem?',
    'Spędziliśmy u Państwa cudowny weekend, bardzo dziękujemy!',
    'Czekaliśmy czterdzieści minut na stolik, a zupa była zimna. Szkoda.',
  ],
  answer: [
    'Dziękujemy za wiadomość. Przekazaliśmy ją naszemu zespołowi i odpowiemy jeszcze dzisiaj.',
    'Dzień dobry, prosimy o podanie terminu pobytu, a chętnie sprawdzimy dostępność.',
  ],
  thanks: ['Serdecznie dziękujemy za miłe słowa. Mamy nadzieję, że wkrótce znów nas Państwo odwiedzą.'],
  apology: ['Przykro nam, że pobyt nie spełnił Państwa oczekiwań. Porozmawialiśmy o tym z całym zespołem.'],
};
