import type { LexiconSource } from './lexicon-source.js';

export const tr: LexiconSource = {
  language: 'tr',
  writing: 'spaced',
  apostrophe: 'parts',
  weights: {
    '3': `bayıldı* benzersiz* birinci_sınıf dört_dörtlük efsane* en_iyi enfes* eşsiz* fevkalade* harika*
      inanılmaz* kusursuz* muazzam* muhteşem* mükemmel* müthiş* olağanüstü* on_numara süper* unutulmaz*
      şahane*`,
    '2': `aşırı_temiz başarılı* begendi* beğen* cana_yakın cömert* dinlendi* doyurucu* eğlence* eğlendi*
      ferah* güler_yüz* güleryüz* gülümse* güvenli* güzel* harikulade hoş hoştu hoşum* huzur* ilgili*
      içten* kaliteli* keyif* kibar* konfor* lezzet* lüks* memnun* minnettar* misafirperver* mutlu* nazik*
      nefis* profesyonel* pırıl_pırıl rahat* romantik* sakin* samimi* sağolun sessiz* sevdi* seviyor*
      sıcak_karşıla* sıcakkanlı* tatlı* tavsiye_ederi* tavsiye_edi* taze* tekrar_gel* tekrar_gideri*
      temiz* tertemiz* teşekkür* yardımsever* yine_gel* zevk* özenli* şirin* şık*`,
    '1': `avantaj* aydınlık* bedava beklediğimden_iyi bol denize_sıfır değer* düzenli* düzgün* ekonomik*
      elverişli* fena_değil fiyat_performans geniş* gerçekten_iyi hallettiler hoşgeldin* hızlı* idare_eder
      ideal* ilgilendi* iyi* kolay* kullanışlı* makul* manzara* merkezi* modern* normal* olumlu* pratik*
      sağlam* sıcak_su tamam tatmin* ucuz* uygun* yakın* yardım* yardımcı_ol* yeni yeniydi yeterli*
      yumuşak* zengin* çabuk* çeşitli* çözdü* ücretsiz*`,
    '0': `günaydın hoşça_kal iyi_akşamlar iyi_geceler iyi_günler iyi_yolculuklar iyi_çalışmalar kolay_gelsin
      lütfen problem_yok sadece_temiz sorun_değil sorun_yok temiz_havlu yeni_havlu şimdiden_teşekkür*`,
    '-1': `akıtıyor az ağır* bakımsız* basık* bekle* boğucu* damlatıyor dar darda dardı demode* donduk düşük*
      eksik* eski eskimiş* eskiydi fazla_sıcak fiyatı_yüksek gecik* geç gürültü* havasız* hayal_kırıklık*
      hayal_kırıklığı idare ilgilenmedi* kalabalık* kalitesiz* kapalı* karanlık* karışık* koku* kusur*
      kuyruk* küçücük* küçük* kırık* kısıtlı* leke* lezzetsiz* loş* maalesef mahrum nem* ortalama* pahalı*
      pas paslı* problem* rahatsız* rutubet* serin sert sertti ses_yalıtımı sesi_geliyor sorun* soğuk*
      sönük* sıcaktı sıkıcı* sıkıntı* sıkışık* sırada sıradan* sızdır* sızıntı* tatsız* toz* tıkalı*
      tıkan* unut* uzak* vasat* yanlış* yavaş* yetersiz* yorgun* yorucu* yıpranmış* yırtık* zayıf* zor
      zordu çok_az çok_sıcak üşüdü* üşüyor*`,
    '-2': `akmıyor aksi alakasız* arıza* asla_gel* asık_surat* açılmıyor aşağılayıcı bayat* bağlanmıyor bağır*
      berbat_bir beğenmedi* boz* böcek* ciddiyetsiz* değmez* dolandır* gelmem gelmeyeceğiz gelmeyiz
      gelmiyor gitmeyin hamam_böce* hamamböce* hijyenik_değil hile* hırsız* ilgisiz* inanılmaz_kötü kaba
      kabaydı kabul_edilemez* kalitesiz kavga kazık* kir kirli* kokuyordu kullanılamaz* kötü* küf* küstah*
      kıl kızgın* leş_gibi mağdur* memnuniyetsiz* pahalıydı pis pislik* pisti pişman* rahatsız_edi*
      rezervasyon_yok saygısız* sevmedi* sinek* sinir* soğutmuyor suratsız* tavsiye_etmem* tavsiye_etmi*
      temizlenmedi temizlenmemiş* umursam* yalan* yanmıyor yaramaz* yetersizdi çaldılar çalmış* çalışmadı
      çalışmıyor* çekmiyor çirkin* üzgün* üzücü* üzül* ısınmıyor şikayet*`,
    '-3': `asla_tavsiye berbat* bir_daha_asla en_kötü facia* felaket* iğrenç* kabus* katlanılmaz* korkunç*
      mide_bulandır* midem_bulan* rezalet* rezil* skandal* tiksin* utanç* çöp`,
  },
  negations: 'asla hiç ne',
  negationsAfter:
    'değil değildi değildir değilim değiliz değiller değilmiş etmedi etmedik etmedim kalmadı kalmadık kalmadım olmadı olmamış yok yoktu',
  conjunctions: 'ama ancak fakat ve',
  intensifiers: 'acayip aşırı en epey fazla gayet gerçekten inanılmaz kesinlikle oldukça pek tam tamamen çok',
  diminishers: 'biraz hafif kısmen nispeten',
};
