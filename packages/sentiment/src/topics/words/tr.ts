import type { TopicWords } from '../topic.js';

export const tr: TopicWords = {
  room: '=oda odam odan odal odas odaya odada süit manzara balkon mobilya minibar dolap televizyon =tv kettle buzdolab lamba perde halı dekor pencere priz ütü',
  cleanliness:
    'temiz kirli =pis toz leke saç hamamböce tahtakuru küf hijyen kokuyor koku çöp karınca temizlik fare',
  bed_and_sleep: 'yatak yata yastık yorgan battaniye uyu uyku çarşaf nevresim beşik',
  noise: 'gürültü ses sessiz yalıtım müzik inşaat horlama havlı parti bağır kulak_tıkac gürültülü',
  temperature:
    'klima ısıtma kalorifer petek soğuk sıcak havasız termostat dondu üşü sıcaklık vantilatör derece',
  bathroom:
    'banyo =duş duşta tuvalet lavabo musluk havlu küvet sıcak_su sabun şampuan gider saç_kurutma fön sifon tazyik',
  wifi: 'wifi wi_fi internet bağlantı şifre sinyal modem =ağ',
  breakfast_and_food:
    'kahvaltı yemek akşam_yemeği öğle açık_büfe büfe restoran kahve =çay yumurta ekmek menü mutfak şef vegan vejetaryen gluten tatlı lezzet çorba meyve',
  bar: '=bar =barda barmen kokteyl bira şarap içecek içki',
  staff:
    'personel resepsiyon çalışan garson servis müdür ekip konsiyerj kibar kaba ilgili ilgisiz güler_yüz güleryüz nazik yardımsever görevli hizmet',
  check_in: 'check_in checkin giriş geldik varış vardık anahtar kart_çalış karşıla',
  check_out: 'check_out checkout çıkış ayrıl geç_çıkış',
  waiting: 'bekle bekli hala hâlâ kuyruk sıra =saat saattir dakika yavaş üçüncü_kez kimse_gelmedi gecik',
  value_and_price: 'fiyat pahalı ucuz para değer değmez ücret kazık maliyet',
  location: 'konum merkez istasyon plaj sahil havaalan metro mahalle yürü yakın uzak yer_olarak',
  pool_and_spa: 'havuz =spa sauna hamam masaj jakuzi spor_salonu yüz şezlong fitness',
  parking: 'otopark park_yer araba araç vale garaj şarj_istas',
  safety:
    'güven çalındı hırsız yangın duman alarm sızıntı su_bas ambulans =gaz acil alerji kilit kasa kıvılcım tehlike doktor polis',
  booking_and_billing:
    'rezervasyon fatura ödeme ödedi iade depozito iptal kredi_kart fiş tahsil ücretlendir çekildi',
  urgent:
    'tavan+su su+bastı su_basıyor sızıntı boru+patla dışarıda_kald kapıda_kald kilitli_kald mahsur asansör+kald gaz_kokusu gaz+kokuyor yanık+koku yanık_kokusu duman+oda duman+koridor duman_çık yangın_çık alev yanıyor kıvılcım elektrik_çarp ambulans göğ+ağrı nefes_alam bayıldı+kadın bayıldı+adam baygın bilinci kanama kanıyor alerjik_reaksiyon alerjik_şok anafila hırsız_gir zorla+kapı odaya_gir+yabancı yabancı+oda çocu+kayıp çocu+kaybol oğlum+kayıp kızım+kayıp polis_çağır kalp_krizi felç acil+doktor doktor_çağır',
  calm: 'dedektör eğer dün teşekkür sigara_içilme yastık tüy normal tatbikat =mı =mi var_mı nerede',
};
