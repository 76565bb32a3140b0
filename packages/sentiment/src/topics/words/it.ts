import type { TopicWords } from '../topic.js';

export const it: TopicWords = {
  room: 'camera camere stanza suite vista balcon mobili arred minibar armadio televis =tv bollitore frigo lampad tende moquette finestra presa ferro_da_stiro terrazz',
  cleanliness:
    'pulit sporc sporcizia polvere macchi capelli scarafagg cimici muffa igien odore puzza spazzatura formiche rifatta impeccabil',
  bed_and_sleep:
    '=letto =letti materass cuscin coperta coperte dormi dormire sonno lenzuol piumon culla riposa',
  noise:
    'rumor silenzi insonorizz musica lavori russa abbaia festa urla tranquill tappi chiasso casino si_sente',
  temperature:
    'aria_condizionata condizionat =clima climatizz riscald termosifon fredd =caldo afa termostato gelid temperatura ventilator gradi',
  bathroom:
    '=bagno =bagni doccia water =wc lavandino rubinet asciuga asciugaman vasca acqua_calda sapone shampoo scarico phon bidet pressione',
  wifi: 'wifi wi_fi internet =rete connessione password segnale router',
  breakfast_and_food:
    'colazion cibo cena cenare pranz mangia buffet ristorant caffè =tè =pane cucina menu menù piatt vegan vegetarian glutine dolc buonissim =uova frutta cornett zuppa pasta',
  bar: '=bar cocktail birra =vino barman barista bere bevand aperitiv spritz',
  staff:
    'personale reception staff camerier servizio direttor concierge gentil cortes scortes maleducat disponibil ragazza_alla signora accoglien receptionist simpatic',
  check_in: 'check_in checkin arrivo arriviamo arrivat =chiave =chiavi tessera benvenuto accettazione',
  check_out: 'check_out checkout partenza lasciare_la_camera partiamo ripart',
  waiting:
    'aspett attes attend =coda =fila ancora_niente =ore =ora minuti lent terza_volta ritardo nessuno_è_venuto',
  value_and_price:
    'prezz caro cara costos economic qualità_prezzo soldi costa =vale tariffa fregatura =spesa',
  location:
    'posizion centro stazione spiaggia aeroporto metro quartiere a_piedi =zona vicin =lontano central tram',
  pool_and_spa: 'piscin =spa sauna jacuzzi idromassaggio massaggi palestra nuotare lettin benessere hammam',
  parking: 'parcheggi garage =auto macchina colonnina posto_auto',
  safety:
    'sicur rubat furto ladr fuoco incendio fumo allarme perdita allag ambulanza =gas emergenza urgenza allerg serratura cassaforte scintill pericol medico polizia',
  booking_and_billing:
    'prenot fattura addebit pagat paga pagare rimbors cauzione cancell carta_di_credito ricevuta conto tassa_di_soggiorno',
  urgent:
    'perdita+acqua perdita+gas perdita+soffitto acqua+soffitto allag acqua_ovunque chius+fuori chius+dentro bloccat+ascensore incastrat+ascensore odore+gas puzza+gas puzza+bruciato odore+bruciato fumo+camera fumo+corridoio esce_fumo esce+fumo incendio fuoco+camera a_fuoco scintill scossa ambulanza dolore+petto non_respira non_riesco_a_respirare non_riesce_a_respirare svenut incoscient sangue+tanto sanguin reazione_allergica shock_anafilattico anafil ladri+camera intruso sconosciuto+camera forzare+porta bambin+spari figli+spari non_trov+figli non_trov+bambin chiamate+polizia chiamate+medico infarto medico+subito vigili_del_fuoco monossido',
  calm: 'rilevatore =se =ieri grazie non_fumatori fumatori cuscin piume normale prova =dove potreste',
};
