import type { HazardWords } from '../hazard.js';

export const hi: HazardWords = {
  fire: 'आग जल_रहा धुआँ धुआं लपट चिंगारी चिंगारियाँ धमाका फट_गया aag dhua',
  gas: 'गैस गैस_की जलने_की_बदबू पेट्रोल gas',
  flood: 'पानी_भर छत_से पानी_गिर बह_रहा फट_गया_पाइप पाइप_फट बाढ़ chhat_se paani_gir',
  faint: 'बेहोश होश_नहीं हिल_नहीं जवाब_नहीं_दे दौरा behosh hosh_nahi',
  blood: 'खून जल_गया चोट कट_गया khoon',
  breath: 'साँस सांस दम_घुट गला सूज एलर्जी दमे saans',
  fall: 'गिर_गए गिर_गई फिसल उठ_नहीं',
  missing: 'गायब खो_गया नहीं_मिल_रहा लापता मिल_नहीं_रही gayab',
  child: 'बेटा बेटी बच्चा बच्ची साल_का साल_की bachcha beta',
  intruder: 'चोर घुस_आया अजनबी दरवाज़ा_तोड़ शराबी चोरी जबरदस्ती chor',
  drown: 'डूब doob',
  fight: 'मारपीट चाकू धमकी झगड़ा हथियार चीख',
  shut: 'फँस फंस बंद_हो_गया लॉक_हो बाहर_खड़े phas',
  lift: 'लिफ्ट लिफ़्ट lift',
  shock: 'करंट तार झटका स्विचबोर्ड current',
  help: 'बचाओ मदद जल्दी तुरंत अभी फौरन jaldi help',
  call: 'एम्बुलेंस डॉक्टर पुलिस ambulance doctor सुरक्षा',
  past: 'कल धन्यवाद पिछले',
};
