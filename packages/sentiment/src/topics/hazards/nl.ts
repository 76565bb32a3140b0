import type { HazardWords } from '../hazard.js';

export const nl: HazardWords = {
  fire: '=brand brandt branden in_brand brandalarm brandlucht brandmelder =vuur vlam rookt rookmelder vonk ontploft ontploffing explosie geëxplodeerd smeult smeulen gesmolten verschroeid vat_vlam =rook rookontwikkel',
  gas: '=gas gaslucht gaslek gasfles gasgeur gas_ruik ruik_gas ruikt_naar_gas stinkt_naar_gas aangebrand brandgeur schroeilucht verbrande_lucht benzine koolmonoxide co_melder co_alarm rotte_eieren chemische_lucht dampen sist sissend propaan giftige_damp',
  flood:
    'stroomt_over loopt_over overgelopen overstroomt overstroming overstroomd gesprongen water_komt komt_water water_loopt water_stroomt stroomt_water uit_het_plafond door_het_plafond van_het_plafond uit_de_muur gutst lekkage waterlek lekt onder_water overal_water wateroverlast blank_staat staat_blank leiding_gesprongen riool plafond_komt =spuit spuit_water',
  faint:
    'bewusteloos buiten_bewustzijn buiten_westen flauwgevallen flauw_gevallen valt_flauw reageert_niet reageert_nergens onwel beweegt_niet in_elkaar_gezakt in_elkaar_gestort ingestort stuip krijgt_stuipen niet_wakker wordt_niet_wakker niet_aanspreekbaar bewustzijn_verloren weggevallen slap_in levenloos schuim_op verkrampt trekkingen',
  blood:
    'bloed verbrand brandwond =snee snijwond diepe_snee gesneden hoofdwond gewond verwond gebroken botbreuk hersenschudding hoofd_gestoten hoofdletsel letsel uit_de_kom kokend_water hechting =wond =wonden',
  breath:
    'adem stikt stikken verslik gezwollen opgezwollen zwelt opzwell allergisch anafyl epipen keel benauwd kortademig astma inhalator hapt_naar blauwe_lippen loopt_blauw wordt_blauw tong galbulten netelroos wespensteek',
  fall: 'gevallen ten_val valpartij uitgegleden gestruikeld onderuit_gegaan van_de_trap kan_niet_opstaan kan_niet_meer_opstaan niet_overeind komt_niet_overeind kan_niet_bewegen ligt_op_de_grond ligt_op_de_vloer van_de_ladder uit_bed_gevallen heup verstuikt verzwikt kan_niet_lopen gekneusd mijn_enkel over_de_balustrade',
  missing:
    'vermist vermissing kwijt zoekgeraakt is_zoek is_weg zomaar_weg niet_vinden nergens_te_vinden verdwenen spoorloos laatst_gezien voor_het_laatst weggelopen verdwaald niet_teruggekomen niet_teruggekeerd niet_terug_gekomen niet_thuisgekomen overal_gezocht zoeken_onze zoek_mijn_zoon zoek_mijn_dochter weet_niet_waar hebt_u_mijn heeft_iemand_mijn is_nergens',
  child:
    '=kind =kinderen =kindje =zoon =zoontje =zonen =dochter dochtertje =baby babytje jongetje =jongen =meisje meisjes =jaar jarige peuter kleuter pasgeboren kleinzoon kleindochter kleinkind mijn_man mijn_vrouw =moeder =vader =mama =papa =oma =opa',
  intruder:
    'inbreker ingebroken inbraak insluiper indringer onbekende dronken beuken beukt bonst bonkt bonken probeert_binnen probeert_de_deur probeert_mijn geforceerd gestolen beroofd dieven binnen_te_komen binnengedrongen iemand_in_onze iemand_in_mijn iemand_probeert achtervolgt volgt_mij volgt_me vreemde_man vreemde_persoon vreemdeling',
  drown:
    'verdrink verdronk bodem_van_het_zwembad bodem_van_het_bad ondergegaan gaat_onder kopje_onder in_het_zwembad_gevallen in_het_water_gevallen zwembad_gevallen water_gevallen badmeester strandwacht reddingsbrigade drijft komt_niet_boven niet_meer_boven kan_niet_zwemmen uit_het_zwembad_gehaald water_binnengekregen meegesleurd stroming',
  fight:
    'vechtpartij vechten gevecht =mes messen mes_in bedreig dreigt wapen pistool schoten geschoten neergestoken steekpartij schreeuw gilt gegil aangevallen valt_aan aanval_op slaan_elkaar mishandel geslagen wurgt gijzel =geweld slaat_zijn',
  shut: 'buitengesloten opgesloten ingesloten zit_vast zitten_vast vastzit vast_in vast_komen_te staat_stil deur_dicht dichtgevallen klemt klemmen muurvast slot_gevallen in_het_slot komen_er_niet kom_er_niet kan_er_niet_uit kunnen_er_niet_uit kan_er_niet_in gaat_niet_open krijg_de_deur blote_voeten in_mijn_pyjama in_mijn_badjas sta_buiten staan_buiten',
  lift: '=lift =liften =liftdeur liftdeuren liftcabine liftkooi tussen_twee_verdiepingen tussen_de_verdiepingen tussen_twee_etages alarmknop noodknop lift_staat lift_hangt roltrap goederenlift liftschacht',
  shock:
    'stroomstoot stroomschok elektrische_schok =schok schok_gekregen onder_stroom staat_onder_stroom geëlektrocuteerd elektrocut losse_draden blote_draden bedrading stopcontact kortsluiting stoppenkast meterkast knettert =kabel =draad =draden schrikdraad',
  poison:
    'ingeslikt doorgeslikt gedronken_uit opgedronken schoonmaakmiddel bleek_gedronken bleekmiddel bleekwater afwasmiddel wasmiddel vaatwastablet ontstopper ontkalker pillen tabletten overdosis vergiftig giftig =gif antivries knoopbatterij chloor_gedronken slaappil',
  heart:
    'hartaanval hartinfarct hartstilstand hartklopp beroerte herseninfarct pijn_op_de_borst druk_op_de_borst borstpijn geen_hartslag geen_pols =pols hartslag diabeet diabetisch insuline =hypo bloedsuiker epilep hoge_koorts 40_koorts koorts_van reanim mond_hangt',
  birth:
    'weeën weeen vliezen vruchtwater bevalling aan_het_bevallen baby_komt zwanger hoogzwanger verloskund vroedvrouw miskraam kraamzorg kraamkliniek gynaecolo persweeën weken_zwanger ontsluiting =bevalt =bevallen',
  help: '=help help_ons helpt meteen onmiddellijk dringend =nu spoed =direct per_direct haast_u schiet_op kom_alstublieft kom_snel stuur_iemand iemand_sturen iemand_komen gelijk_komen =sos gaat_dood in_gevaar levensgevaar mijn_god kamernummer in_kamer =snel zo_snel =nood noodgeval noodsituatie',
  call: 'ambulance ziekenwagen ziekenauto dokter huisarts =arts =artsen politie =112 brandweer hulpdienst beveiliging beveiliger bewaker ehbo eerste_hulp spoedeisende verpleegkund verpleegster ziekenhuis gifcentrum defibrillator =aed evacu antihistamine',
  past: 'gisteren eergisteren gisteravond bedankt bedanken =dank dankjewel vannacht afgelopen_nacht vorige_week vorige_maand vorig_jaar laatste_keer oefening brandoefening vals_alarm loos_alarm =was =waren =werd =werden =had =hadden destijds toen_wij gelukkig uiteindelijk al_opgelost =geleden',
  asks: 'is_er_een zijn_er heeft_u hebben_jullie kan_ik kunnen_we mag_ik mogen_we waar_is waar_kan hoe_kan hoe_laat hoeveel hoe_lang =welke is_het_mogelijk wilde_vragen wou_vragen wat_gebeurt_er wat_als =wanneer vraagje',
  minor:
    'geen_haast niet_dringend geen_spoed geen_noodgeval als_u_tijd =morgen =later straks_even beetje druppel flikker knippert piept niet_erg doodgelachen om_te_sterven open_haard rokerskamer rookkamer sigaret asbak tankstation barbecue',
};
