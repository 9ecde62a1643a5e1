// Written by tests/localeTypes.ts from locales/fr; tests/locales.test.ts fails when it is not current.
import 'i18next'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Resources
  }
}

export interface Resources {
  app: {
    title: {
      journal: 'Journal'
      day: 'Journal d’un jour'
      visit: 'Modifier une visite'
      sending: 'Envoi des fiches'
      setup: 'Installation'
      join: 'Ajouter cet appareil'
      team: 'Espace de l’équipe'
      devices: 'Appareils'
      members: 'Équipe'
      help: 'Aide'
      contact: 'Contact'
      siteMap: 'Plan du site'
      accessibility: 'Accessibilité'
      legal: 'Mentions légales'
      privacy: 'Confidentialité'
    }
    nav: {
      name: 'Principale'
      menu: 'Menu'
      settings: 'Réglages'
      footer: 'Pages d’information'
    }
    footer: {
      accessibility: 'Accessibilité : non conforme'
    }
    here: {
      name: '{{name}} · {{place}}'
      label: 'Présence'
    }
    status: {
      label: 'Envoi :'
      done: 'Tout est envoyé'
      sending: 'Envoi en cours'
      pending_one: '{{count}} fiche à envoyer'
      pending_many: '{{count}} fiches à envoyer'
      pending_other: '{{count}} fiches à envoyer'
      kept: 'Gardées sur cet appareil.'
      last: 'Dernier envoi : {{when}}'
      never: 'Pas encore d’envoi'
      receiving: 'Réception à terminer'
      late: 'Depuis plus de 24 h'
      storage: 'Le navigateur peut effacer les fiches'
      space: 'Plus de 80 % de la place est prise'
      clock: 'L’heure de l’appareil est fausse'
      correct_one: '{{count}} fiche à corriger'
      correct_many: '{{count}} fiches à corriger'
      correct_other: '{{count}} fiches à corriger'
    }
    lock: {
      action: 'Verrouiller'
      hint: 'Alt+L'
    }
    shortcuts: {
      title: 'Raccourcis du clavier'
      lock: 'Verrouiller'
      journal: 'Aller au journal'
      sending: 'Aller à l’envoi'
      list: 'Voir cette liste'
      then: '{{first}} puis {{second}}'
      switch: 'Utiliser les raccourcis d’une seule touche'
      hint: 'Ils ne font rien quand vous tapez dans un champ.'
    }
    install: {
      title: 'Mettre Permanence sur cet appareil'
      text: 'Une icône ouvre Permanence comme une application, même sans réseau. Vos fiches restent là où elles sont.'
      action: 'Installer'
      later: 'Plus tard'
      ios: 'Sur iPad : touchez le bouton Partager, puis « Sur l’écran d’accueil ».'
    }
    update: {
      dirty: 'Terminez ou gardez d’abord ce que vous tapez.'
    }
    failure: {
      title: 'Vos fiches sont gardées'
      text: 'Cette page ne peut pas s’afficher. Ce que vous avez enregistré est toujours sur cet appareil. Rechargez la page.'
      again: 'Si cela recommence, prévenez la personne qui coordonne. Vous pouvez aussi garder un fichier des fiches pas encore envoyées.'
      reload: 'Recharger la page'
      save: 'Garder un fichier des fiches à envoyer'
      saved: 'Le fichier est dans les téléchargements de cet appareil.'
      notSaved: 'Le fichier n’a pas pu être fait. Vos fiches sont toujours sur cet appareil.'
    }
    notFound: {
      title: 'Cette adresse n’existe pas'
      text: 'Rien n’est perdu. Le lien est peut-être ancien, ou il manque une lettre.'
      home: 'Revenir à l’accueil'
      map: 'Voir le plan du site'
    }
    role: {
      title: 'Cette page est pour la coordination'
      text: 'Votre rôle ne permet pas de l’ouvrir. Demandez à la personne qui coordonne de faire ce changement, ou de changer votre rôle.'
      back: 'Revenir au journal'
    }
    loading: {
      device: 'Ouverture des fiches de cet appareil.'
    }
    closed: {
      title: 'Les fiches ne peuvent pas s’ouvrir'
      text: 'Le navigateur n’ouvre pas la mémoire de cet appareil. Rien n’est effacé. Fermez les autres onglets de Permanence, puis rechargez la page. En navigation privée, Permanence ne peut pas garder de fiches.'
      blocked: 'Une autre page de Permanence est restée ouverte avec une version plus ancienne. Fermez-la, puis rechargez celle-ci.'
    }
  }
  common: {
    product: {
      name: 'Permanence'
    }
    title: {
      page: '{{page}} – Permanence'
      pageAtPlace: '{{page}} – {{place}}'
      error: 'Erreur : {{title}}'
    }
    skip: {
      action: 'Aller au contenu'
    }
    action: {
      back: 'Retour'
      cancel: 'Annuler'
      close: 'Fermer'
      continue: 'Continuer'
      copy: 'Copier'
      delete: 'Supprimer'
      discard: 'Jeter'
      duplicate: 'Dupliquer'
      edit: 'Modifier'
      export: 'Exporter'
      keep: 'Garder'
      lock: 'Verrouiller'
      print: 'Imprimer'
      reload: 'Recharger la page'
      resume: 'Reprendre'
      retry: 'Réessayer'
      undo: 'Annuler'
    }
    field: {
      required: '(à remplir)'
      optional: '(facultatif)'
      none: 'Aucun'
      unknown: 'Ne sait pas'
    }
    error: {
      summary_one: 'Il reste 1 réponse à corriger'
      summary_many: 'Il reste {{count}} réponses à corriger'
      summary_other: 'Il reste {{count}} réponses à corriger'
      kept: 'Ce que vous avez tapé est toujours là.'
      notSaved: 'Ce n’est pas encore enregistré. Ce que vous avez tapé est toujours là.'
      unexpectedTitle: 'Cette page ne peut pas s’afficher'
      unexpected: 'Vos fiches sont gardées sur cet appareil. Rechargez la page. Si cela recommence, prévenez votre coordination.'
      notFoundTitle: 'Cette adresse n’existe pas'
      notFound: 'Rien n’est perdu. Vous pouvez revenir à l’accueil.'
      home: 'Revenir à l’accueil'
    }
    loading: {
      status: 'La page arrive.'
    }
    update: {
      title: 'Nouvelle version prête'
      hint: 'Vos fiches restent sur cet appareil.'
      action: 'Utiliser la nouvelle version'
      later: 'Plus tard'
    }
    language: {
      label: 'Langue'
      action: 'Langue : {{name}}'
      unreviewed: 'Traduction non relue. Le texte français fait foi.'
      changed: 'La page est en français.'
    }
    halfDay: {
      am: 'Ce matin'
      pm: 'Cet après-midi'
      eve: 'Ce soir'
    }
    unit: {
      minutes: '{{value}} min'
      hours: '{{hours}} h'
      hoursMinutes: '{{hours}} h {{minutes}}'
      clock: '{{hours}} h {{minutes}}'
      clockHour: '{{hours}} h'
      yesterday: 'hier'
      days_one: '{{count}} jour'
      days_many: '{{count}} jours'
      days_other: '{{count}} jours'
      visits_one: '{{count}} visite'
      visits_many: '{{count}} visites'
      visits_other: '{{count}} visites'
      records_one: '{{count}} fiche'
      records_many: '{{count}} fiches'
      records_other: '{{count}} fiches'
    }
    recordState: {
      pending: 'À envoyer'
      sending: 'Envoi en cours'
      sent: 'Envoyé'
      waiting: 'Attend une autre fiche'
      refused: 'À corriger'
      conflict: 'Deux valeurs à départager'
    }
  }
  lists: {
    accessHabits: {
      self: 'Seul·e sur internet'
      family: 'Un proche fait avec ou à la place'
      friends: 'Un ami ou un voisin'
      cybercafe: 'Cybercafé ou boutique'
      paidHelp: 'Quelqu’un de payé'
      counter: 'Au guichet'
      phone: 'Par téléphone'
      post: 'Par courrier'
      association: 'Association, écrivain public'
      socialWorker: 'Travailleur social'
      other: 'Autre'
      dontDo: 'Ne les fait pas'
    }
    ageBands: {
      '25': '25 ans'
      '1214': '12 à 14 ans'
      '1517': '15 à 17 ans'
      '1824': '18 à 24 ans'
      '1825': '18 à 25 ans'
      '2639': '26 à 39 ans'
      '4059': '40 à 59 ans'
      '6069': '60 à 69 ans'
      under15: 'Moins de 15 ans'
      '011': '0 à 11 ans'
      '70plus': '70 ans et plus'
      undisclosed: 'Non communiqué'
    }
    ageBandsShort: {
      '1214': '12 à 14'
      '1517': '15 à 17'
      '1824': '18 à 24'
      '1825': '18 à 25'
      '2639': '26 à 39'
      '4059': '40 à 59'
      '6069': '60 à 69'
      under15: 'Moins de 15'
      '011': '0 à 11'
    }
    ageBandsTotals: {
      '1525': '15 à 25 ans'
    }
    arrivals: {
      walkIn: 'Sans rendez-vous'
      appointment: 'Avec rendez-vous'
      afterEvent: 'À la suite d’un atelier ou d’une réunion'
      outreach: 'Rencontre sur place (aller vers)'
    }
    arrivalsShort: {
      afterEvent: 'À la suite d’un atelier'
      outreach: 'Rencontre sur place'
    }
    autonomy: {
      doWith: 'À accompagner'
      guided: 'Autonome avec guidage'
      autonomous: 'Autonome'
    }
    devicesUsed: {
      computer: 'Ordinateur'
      phone: 'Téléphone'
      tablet: 'Tablette'
      other: 'Autre'
      none: 'Pas de matériel'
    }
    difficulties: {
      money: 'Argent'
      housing: 'Logement'
      autonomy: 'Autonomie'
      isolation: 'Isolement'
      work: 'Emploi'
      family: 'Famille, garde d’enfant'
      language: 'Français'
      mobility: 'Mobilité'
      other: 'Autre'
    }
    documents: {
      identity: 'Pièce d’identité ou de séjour'
      vitale: 'Carte Vitale ou attestation'
      bank: 'RIB'
      taxNotice: 'Avis d’impôt'
      income: 'Bulletins de salaire, ressources'
      address: 'Justificatif de domicile'
      lease: 'Bail, attestation de loyer'
      family: 'Livret de famille, acte de naissance'
      photo: 'Photo d’identité'
      cafLetter: 'Attestation ou courrier CAF'
      otherLetter: 'Autre courrier'
      phone: 'Téléphone portable'
      code: 'Code reçu'
      password: 'Mot de passe'
      email: 'Adresse e-mail'
      otherPerson: 'Autre membre du foyer'
      other: 'Autre'
    }
    durations: {
      '15': '15 min'
      '30': '30 min'
      '45': '45 min'
      '60': '1 h'
      '90': '1 h 30'
      '120': '2 h'
    }
    eventStates: {
      gathering: 'Inscriptions ouvertes, date à fixer'
      planned: 'Prévue'
      held: 'Tenue'
      cancelled: 'Annulée'
    }
    eventTypes: {
      permanence: 'Permanence'
      workshop: 'Atelier'
      languageWorkshop: 'Atelier socio-linguistique (ASL)'
      infoSession: 'Information collective'
      pathway: 'Parcours de groupe'
      healthDay: 'Journée santé, dépistage'
      forum: 'Forum'
      openDay: 'Portes ouvertes'
      exhibition: 'Exposition, espace thématique'
      show: 'Conférence, spectacle'
      carersCafe: 'Café des aidants'
      proHalfDay: 'Demi-journée entre professionnels'
      proInfoSession: 'Information collective pour professionnels'
      webinar: 'Webinaire'
      caseMeeting: 'Étude de cas concrets'
      staffTraining: 'Formation des accompagnants'
      steeringMeeting: 'Comité de pilotage'
      workingGroup: 'Groupe de travail'
      partnerVisit: 'Visite de structure'
      other: 'Autre'
    }
    genders: {
      female: 'Féminin'
      male: 'Masculin'
      undisclosed: 'Non communiqué'
    }
    halfDays: {
      am: 'Matin'
      pm: 'Après-midi'
      eve: 'Soir'
    }
    hostFunctions: {
      civicService: 'Volontaire en service civique'
      benevole: 'Bénévole'
      receptionist: 'Agent d’accueil généraliste'
      digitalMediator: 'Médiateur·rice numérique'
      publicWriter: 'Écrivain·e public·que'
      languageTrainer: 'Formateur·rice de français (ASL)'
      socialWorker: 'Agent du service social'
      healthMediator: 'Médiateur·rice santé'
      peerMediator: 'Médiateur·rice pair·e en santé'
      cpamAgent: 'Agent de la CPAM'
      cafAgent: 'Agent de la CAF'
      partnerAgent: 'Agent d’un autre partenaire'
      interpreter: 'Interprète'
      programmeLead: 'Coordinateur·rice de l’action'
    }
    interpreting: {
      none: 'Aucun'
      lsf: 'Interprète LSF'
      onSite: 'Interprète sur place'
      byPhone: 'Interprète par téléphone'
      staff: 'Membre de l’équipe'
      relative: 'Proche'
      missing: 'Besoin non couvert'
    }
    knownFrom: {
      ccas: 'CCAS ou travailleur social'
      cpam: 'CPAM'
      caf: 'CAF'
      friend: 'Bouche à oreille'
      poster: 'Affiche ou dépliant'
      pressWeb: 'Presse, site, magazine municipal'
      passing: 'En passant devant'
      otherOrg: 'Association, école, professionnel de santé'
      other: 'Autre'
    }
    languages: {
      fr: 'Français'
      ar: 'Arabe'
      en: 'Anglais'
      pt: 'Portugais'
      es: 'Espagnol'
      tr: 'Turc'
      ro: 'Roumain'
      ru: 'Russe'
      uk: 'Ukrainien'
      prs: 'Dari'
      ps: 'Pachto'
      fa: 'Persan'
      ti: 'Tigrinya'
      sq: 'Albanais'
      ka: 'Géorgien'
      zh: 'Chinois'
      bn: 'Bengali'
      ur: 'Ourdou'
      ta: 'Tamoul'
      ht: 'Créole haïtien'
      so: 'Somali'
      bm: 'Bambara'
      lsf: 'Langue des signes française (LSF)'
      other: 'Autre langue'
      undisclosed: 'Non communiqué'
    }
    mandateDurations: {
      '1': '1 jour'
      '31': '1 mois'
      '182': '6 mois'
      '365': '1 an'
    }
    memberRoles: {
      volunteer: 'Volontaire'
      mediator: 'Médiateur·rice'
      coordinator: 'Coordinateur·rice'
      networkAdmin: 'Administrateur·rice du réseau'
    }
    motives: {
      email: 'Créer une adresse e-mail'
      ameli: 'Compte ameli, sécurité sociale'
      healthRights: 'Droits de santé'
      rightsBreak: 'Rupture de droits'
      accessDoctor: 'Accès à un professionnel de santé'
      dentalCare: 'Accès aux soins dentaires'
      healthCheck: 'Bilan de santé'
      caf: 'CAF'
      tax: 'Impôts'
      job: 'Emploi, formation'
      retirement: 'Retraite'
      idPapers: 'Papiers'
      housing: 'Logement'
      money: 'Difficulté d’argent'
      letter: 'Courrier reçu ou à écrire'
      print: 'Imprimer, scanner'
      learn: 'Apprendre à faire seul·e'
      other: 'Autre'
    }
    obstacles: {
      fearMistake: 'Peur de se tromper'
      fearIrreversible: 'Peur de ne pas pouvoir corriger'
      fearLoseRight: 'Peur de perdre une aide ou de devoir rembourser'
      fearControl: 'Peur d’un contrôle ou d’un trop-perçu'
      fearAdministration: 'Peur d’être repéré·e par l’administration'
      personalData: 'Peur pour ses données, peur des arnaques'
      alone: 'Ne veut pas être seul·e pour le faire'
      stigma: 'Honte, ne veut pas demander'
      badExperience: 'Mauvaise expérience passée'
      interface: 'Site compliqué, appréhension de l’interface'
      screenDiffers: 'Écran différent du guide'
      words: 'Mots difficiles'
      notUnderstood: 'N’a pas compris'
      infoUnreadable: 'Information illisible pour la personne'
      language: 'Langue'
      reading: 'Lecture ou écriture difficile'
      neverHeard: 'N’a jamais entendu parler du droit'
      confused: 'Confond avec une autre aide'
      thinksNotEligible: 'Pense ne pas y avoir droit'
      ruleChanged: 'La règle a changé'
      newSituation: 'Nouvelle situation'
      equipment: 'Pas d’équipement'
      noNetwork: 'Pas de connexion ou de forfait'
      digital: 'Obstacle numérique (sans précision)'
      noEmail: 'Pas d’adresse e-mail utilisable'
      noPhone: 'Pas de numéro de portable à soi'
      noCode: 'Code non reçu'
      password: 'Mot de passe perdu'
      noAccount: 'Pas de compte ou compte bloqué'
      identity: 'Identité ou numéro non reconnu'
      bankUnknown: 'RIB inconnu de l’organisme'
      missingPaper: 'Papier manquant'
      incomplete: 'Dossier incomplet'
      unsureSent: 'Pas sûr·e que le dossier est envoyé ou reçu'
      notReceived: 'Dossier perdu ou « pas reçu »'
      mustBringInPerson: 'Doit l’apporter soi-même'
      address: 'Courrier non reçu, changement d’adresse'
      tooComplex: 'Démarche trop compliquée'
      siteDown: 'Panne ou bogue du site'
      noAnswer: 'Pas de réponse de l’organisme'
      delay: 'Délai trop long'
      wrongDecision: 'Refus contestable'
      rightsBreak: 'Rupture de droits au renouvellement'
      dataMismatch: 'Données différentes entre organismes'
      careRefusal: 'Refus de soins (C2S, AME) ou délai dissuasif'
      noDoctor: 'Pas de professionnel de santé disponible'
      needPro: 'Il faut un autre professionnel'
      proUnaware: 'Le professionnel ne connaissait pas le droit'
      proNoTime: 'Le professionnel a manqué de temps'
      proJudged: 'Jugé non adapté par le professionnel'
      noContact: 'Pas d’accueil physique ou téléphonique'
      silo: 'Chacun a pensé que l’autre le ferait'
      transport: 'Déplacement, transport'
      cost: 'Coût (photos, timbres, avance de frais)'
      noTime: 'Manque de temps'
      noSlot: 'Pas de créneau'
      otherPriority: 'Autre priorité (logement, nourriture, garde d’enfant)'
      autonomy: 'Veut s’en sortir seul·e'
      lowInterest: 'Ne voit pas l’intérêt, montant trop faible'
      noNeed: 'N’en voit pas le besoin'
      other: 'Autre'
    }
    obstaclesGroups: {
      fear: 'Appréhension'
      understanding: 'Compréhension'
      knowledge: 'Connaissance du droit'
      equipment: 'Équipement et réseau'
      account: 'Compte et identité'
      file: 'Dossier et envoi'
      institution: 'Organisme'
      professional: 'Professionnels'
      daily: 'Déplacement, temps, argent'
      choice: 'Choix de la personne'
    }
    outcomes: {
      informed: 'Information donnée'
      doneTogether: 'Fait sur place'
      accompanied: 'Accompagnement engagé'
      toResume: 'À reprendre'
      referred: 'Orienté vers un autre service'
      blocked: 'Bloqué, sans solution aujourd’hui'
      turnedAway: 'Personne non reçue, faute de créneau'
    }
    outcomesShort: {
      informed: 'Information'
      doneTogether: 'Fait'
      accompanied: 'Accompagnement'
      referred: 'Orienté'
      blocked: 'Bloqué'
      turnedAway: 'Personne non reçue'
    }
    placeKinds: {
      accessPoint: 'Point d’accès numérique aux droits'
      ccas: 'CCAS'
      neighbourhoodCentre: 'Maison des habitants'
      socialCentre: 'Centre social'
      missionLocale: 'Mission locale'
      healthHouse: 'Maison ou centre de santé'
      hospital: 'Hôpital'
      partnerOffice: 'Locaux d’un partenaire'
      library: 'Médiathèque'
      outdoor: 'Pied d’immeuble, marché, galerie marchande'
      home: 'Domicile'
      online: 'À distance'
      other: 'Autre lieu'
    }
    postures: {
      alone: 'La personne fait seule'
      nearby: 'Elle fait, aide si besoin'
      together: 'Faire avec : elle tient le clavier'
      inTheirPlace: 'Faire pour le compte de (mandat)'
    }
    posturesShort: {
      together: 'Faire avec'
      inTheirPlace: 'Faire pour le compte de'
    }
    procedures: {
      inforights: 'Information sur un droit'
      letterwrite: 'Courrier, aide à l’écriture'
      emailcreate: 'Créer une adresse e-mail'
      emailuse: 'Lire et envoyer des e-mails'
      passwordrecover: 'Mot de passe, accès à un compte'
      fcconnect: 'Se connecter avec FranceConnect'
      identitydigital: 'Identité numérique (La Poste, France Identité)'
      documentsend: 'Photographier, numériser, joindre un document'
      print: 'Imprimer, scanner'
      deviceuse: 'Prendre en main un appareil'
      devicemaintain: 'Réglage ou dépannage d’un appareil'
      internetuse: 'Naviguer, chercher, remplir un formulaire'
      officeuse: 'Traitement de texte, tableur'
      messaginguse: 'Messageries, visio, réseaux sociaux'
      scamspot: 'Arnaques et sécurité en ligne'
      digitalcheck: 'Diagnostic numérique'
      parentingdigital: 'Parents et numérique'
      schooldigital: 'Scolarité et numérique'
      culturedigital: 'Culture numérique'
      aiuse: 'Intelligence artificielle'
      createdigital: 'Créer avec le numérique'
      businesshelp: 'Aide à un professionnel'
      nirrequest: 'Obtenir un numéro de sécurité sociale'
      healthaffiliation: 'Affiliation, droits à l’Assurance Maladie (PUMa)'
      amelicreate: 'Ouvrir un compte ameli'
      ameliaccess: 'Retrouver l’accès au compte ameli'
      amelicertificate: 'Attestation de droits'
      ameliother: 'Remboursements, indemnités, messages ameli'
      vitaleorder: 'Commander ou remplacer une carte Vitale'
      ceamorder: 'Carte européenne d’assurance maladie'
      mesactivate: 'Mon espace santé'
      c2sapply: 'Complémentaire santé solidaire (C2S) : demande'
      c2srenew: 'Complémentaire santé solidaire (C2S) : renouvellement'
      ameprepare: 'Aide médicale de l’État : dossier'
      healthcover: 'Couverture santé (sans précision)'
      doctorfind: 'Trouver ou déclarer un médecin traitant'
      carebook: 'Prendre un rendez-vous de soin en ligne'
      epsbook: 'Bilan de santé (examen de prévention)'
      msaaccount: 'Compte MSA'
      rsaapply: 'RSA : demande'
      ppaapply: 'Prime d’activité : demande'
      cafdeclare: 'Déclaration trimestrielle de ressources'
      aspaapply: 'Minimum vieillesse (ASPA)'
      mdphapply: 'Dossier MDPH'
      apaapply: 'Aide à domicile (APA)'
      domiciliation: 'Domiciliation'
      emergencyaid: 'Aide financière d’urgence'
      socialbenefit: 'Prestation sociale (sans précision)'
      cafcreate: 'Créer un compte CAF'
      cafaccess: 'Retrouver l’accès au compte CAF'
      cafsituation: 'CAF : changement de situation, message'
      caffamily: 'Prestations familiales'
      childSupport: 'Pension alimentaire (ARIPA)'
      childcareemployer: 'Pajemploi (garde d’enfant)'
      school: 'Inscription scolaire, cantine, bourse, EduConnect'
      idpreapply: 'Carte d’identité ou passeport'
      civilstatus: 'Acte d’état civil'
      voteregister: 'Inscription électorale'
      papersofficial: 'Papier officiel (sans précision)'
      housingbenefit: 'Aide au logement (APL, ALS, ALF)'
      socialHousingapply: 'Logement social : demande'
      socialHousingrenew: 'Logement social : renouvellement annuel'
      energyvoucher: 'Chèque énergie'
      energycontract: 'Énergie, eau, téléphone : contrat'
      housingright: 'Droit au logement opposable (DALO)'
      taxaccount: 'Impôts : compte (espace Finances publiques)'
      taxreturn: 'Impôts : déclaration de revenus'
      taxother: 'Impôts : paiement, avis, message'
      bankonline: 'Banque et achats en ligne'
      debt: 'Surendettement'
      ftregister: 'France Travail : inscription'
      ftupdate: 'France Travail : actualisation mensuelle'
      ftbenefit: 'Allocation chômage'
      jobsearch: 'CV, recherche d’emploi'
      trainingaccount: 'Mon Compte Formation'
      internshipagreement: 'Convention de stage'
      youthcontract: 'Mission locale, contrat d’engagement jeune'
      homeemployer: 'Cesu (employer à domicile)'
      retirementaccount: 'Retraite : compte, relevé de carrière'
      retirementapply: 'Retraite : demande'
      residencepermit: 'Titre de séjour (ANEF)'
      nationality: 'Nationalité française'
      asylum: 'Demande d’asile'
      familyreunification: 'Regroupement familial, attestation d’accueil'
      drivinglicence: 'Permis de conduire'
      vehiclecard: 'Carte grise'
      fine: 'Amende, stationnement'
      transportcard: 'Abonnement ou tarif solidaire de transport'
      legalaid: 'Aide juridictionnelle'
      criminalrecord: 'Casier judiciaire'
      complaint: 'Plainte, pré-plainte'
      appeal: 'Recours, médiateur, Défenseur des droits'
      leisurepass: 'Aides et inscriptions loisirs, sport, culture'
      associationrun: 'Créer ou gérer une association'
      other: 'Autre démarche'
    }
    proceduresShort: {
      passwordrecover: 'Mot de passe'
      identitydigital: 'Identité numérique'
      emailcreate: 'Adresse e-mail'
      nirrequest: 'Numéro de sécurité sociale'
      healthaffiliation: 'Droits à l’Assurance Maladie'
      amelicreate: 'Compte ameli'
      c2sapply: 'C2S'
      ameprepare: 'Aide médicale de l’État'
      doctorfind: 'Médecin traitant'
      epsbook: 'Bilan de santé'
      aspaapply: 'Minimum vieillesse'
      cafcreate: 'Compte CAF'
      cafsituation: 'CAF : changement de situation'
      school: 'Inscription scolaire'
      housingbenefit: 'Aide au logement'
      taxaccount: 'Impôts : compte'
      taxreturn: 'Déclaration de revenus'
      youthcontract: 'Contrat d’engagement jeune'
      trainingaccount: 'Compte Formation'
      residencepermit: 'Titre de séjour'
    }
    proceduresGroups: {
      basics: 'Bases : numérique et information'
      socialHealth: 'Social - Santé'
      family: 'Famille - Scolarité'
      papers: 'Papiers - Élections - Citoyenneté'
      housing: 'Logement'
      money: 'Argent - Impôts'
      work: 'Travail - Formation - Entreprise'
      foreigners: 'Étrangers - Europe'
      transport: 'Transports - Mobilité'
      justice: 'Justice'
      leisure: 'Loisirs - Sports - Culture'
      associations: 'Associations'
    }
    professions: {
      doctor: 'Médecin'
      nurse: 'Infirmier·ère'
      midwife: 'Sage-femme'
      pharmacist: 'Pharmacien·ne'
      dentist: 'Dentiste'
      healthMediator: 'Médiateur·rice santé'
      socialWorker: 'Travailleur·euse social·e'
      hospitalSocialWorker: 'Assistant·e social·e hospitalier·ère'
      domesticAid: 'Aide à domicile'
      counsellor: 'Conseiller·ère insertion ou emploi'
      siteSupervisor: 'Encadrant·e de chantier d’insertion'
      teacher: 'Enseignant·e, formateur·rice'
      receptionist: 'Agent d’accueil'
      digitalMediator: 'Médiateur·rice numérique'
      publicWriter: 'Écrivain·e public·que'
      volunteer: 'Bénévole'
      relative: 'Proche'
      other: 'Autre'
    }
    professionsGroups: {
      health: 'Santé'
      social: 'Social'
      insertion: 'Insertion, éducation'
      other: 'Autre'
    }
    recurrences: {
      weekly: 'Chaque semaine'
      monthly: 'Chaque mois'
      once: 'Une fois'
      yearly: 'Chaque année'
    }
    rightsStatus: {
      open: 'Ouverts'
      broken: 'Rompus ou interrompus'
      closed: 'Jamais ouverts'
      unknown: 'Ne sait pas'
    }
    seenBefore: {
      never: 'Première fois'
      earlierYear: 'Déjà venu·e, première fois cette année'
      thisYear: 'Déjà venu·e cette année'
      unknown: 'Ne sait pas'
    }
    settings: {
      atPlace: 'Dans un lieu de permanence'
      outdoors: 'Hors les murs'
      atHome: 'Au domicile'
      remote: 'À distance'
    }
    settingsShort: {
      atPlace: 'Dans un lieu'
    }
    situations: {
      rsa: 'Bénéficiaire du RSA'
      ccasSupported: 'Accompagné·e par le CCAS'
      domiciled: 'Domicilié·e'
      insertionSite: 'Salarié·e d’un chantier d’insertion'
      youthInsertion: 'Suivi·e par la Mission locale'
      referredPublic: 'Tout public orienté'
      workingPoor: 'Travailleur·euse pauvre'
      youngAdult: 'Jeune adulte éloigné·e des dispositifs'
      isolatedElder: 'Personne âgée isolée'
      noHome: 'Sans logement stable'
      family: 'Famille avec enfants'
      carer: 'Proche aidant'
      minor: 'Mineur·e'
      protectedAdult: 'Majeur·e protégé·e'
      lossOfAutonomy: 'En perte d’autonomie'
      psychicDisorder: 'Troubles psychiques'
      intellectualDisability: 'Déficience intellectuelle'
      foreigner: 'Personne étrangère'
      judicialControl: 'Sous main de justice'
    }
    situationsGroups: {
      visit: 'Peut être coché sur une visite anonyme'
      tallyOnly: 'Compté par demi-journée seulement, jamais sur une visite'
    }
    statuses: {
      student: 'Scolarisé·e, en études'
      jobless: 'Sans emploi'
      employed: 'En emploi'
      retired: 'Retraité·e'
      undisclosed: 'Non communiqué'
    }
    structures: {
      cpam: 'Assurance Maladie (CPAM)'
      caf: 'CAF'
      msa: 'MSA'
      carsat: 'CARSAT'
      franceTravail: 'France Travail'
      poleEmploi: 'Pôle emploi'
      dgfip: 'Impôts (DGFiP)'
      prefecture: 'Préfecture'
      franceTitres: 'France Titres'
      ants: 'ANTS'
      mdph: 'MDPH'
      department: 'Département'
      mds: 'Maison départementale de la solidarité (MDS), antenne médico-sociale'
      ccas: 'CCAS / CIAS'
      city: 'Mairie, service municipal'
      epci: 'Agglomération, métropole'
      region: 'Région'
      state: 'État (politique de la ville, ANCT)'
      cget: 'CGET'
      ars: 'Agence régionale de santé (ARS)'
      eu: 'Union européenne (FEDER, FSE)'
      foundation: 'Fondation, mécène'
      mutual: 'Mutuelle'
      pass: 'PASS (hôpital)'
      hospital: 'Hôpital, CHU'
      healthHouse: 'Maison de santé, centre de santé'
      healthPro: 'Professionnel de santé libéral'
      examCentre: 'Centre d’examens de santé'
      dac: 'DAC - PTA'
      preventionBody: 'Organisme de prévention (IREPS, promotion santé)'
      youthHealth: 'Maison des adolescents, service de santé étudiante'
      missionLocale: 'Mission locale'
      youthInfo: 'Information jeunesse (BIJ, CIJ, PIJ)'
      youthHousing: 'Habitat jeunes, FJT'
      plie: 'PLIE'
      insertion: 'Chantier d’insertion, SIAE'
      franceServices: 'France services'
      pimms: 'PIMMS'
      digitalPlace: 'Espace public numérique, médiation numérique'
      neighbourhoodCentre: 'Maison des habitants, maison de quartier'
      socialCentre: 'Centre social ou socioculturel'
      library: 'Médiathèque, bibliothèque'
      legalPoint: 'Point d’accès au droit, point justice'
      association: 'Association'
      school: 'Éducation, université'
      landlord: 'Bailleur, logement social'
      ombudsman: 'Défenseur des droits (délégué)'
      justice: 'Justice, police, gendarmerie'
      post: 'La Poste'
      internal: 'Service de la même structure'
      other: 'Autre'
    }
    structuresShort: {
      cpam: 'CPAM'
      dgfip: 'Impôts'
      mds: 'MDS'
      ccas: 'CCAS'
      ars: 'ARS'
      pass: 'PASS'
    }
    travelModes: {
      walk: 'À pied'
      bike: 'Vélo ou trottinette'
      publicTransport: 'Bus, tram ou train'
      ownCar: 'Voiture ou deux-roues motorisé'
      lift: 'Voiture d’une autre personne'
      adaptedTransport: 'Transport adapté ou taxi'
      other: 'Autre'
      undisclosed: 'Non communiqué'
    }
  }
  otherLists: {
    bookedBy: {
      person: 'La personne'
      us: 'Notre équipe'
      partner: 'Le partenaire, sur place'
    }
    bookingStates: {
      preRegistered: 'Pré-inscrit·e'
      validated: 'Inscription validée'
      invited: 'Invité·e'
      confirmed: 'Confirmé·e par la personne'
      waiting: 'Liste d’attente'
      attended: 'Venue (présence, rendez-vous honoré)'
      missed: 'Absente (sans prévenir)'
      excused: 'Excusée (annulé par la personne)'
      cancelled: 'Annulé par l’équipe'
      unknown: 'Ne sait pas'
    }
    callResults: {
      willCome: 'Viendra'
      willNotCome: 'Ne viendra pas'
      reached: 'Joint·e, sans réponse ferme'
      message: 'Message laissé'
      noAnswer: 'Pas de réponse'
    }
    channels: {
      missionLocale: 'Mission locale'
      socialCentre: 'Centre social, politique de la ville'
      socialWorker: 'Travailleurs sociaux'
      healthPro: 'Professionnels de santé'
      permanence: 'Nos permanences'
      infoSession: 'Information collective'
      forum: 'Forum, bon remis'
      letter: 'Courrier d’invitation'
      insurer: 'Invitation par l’Assurance Maladie'
      wordOfMouth: 'Bouche à oreille'
      self: 'De soi-même'
      partnerOrg: 'Autre partenaire'
      other: 'Autre'
    }
    companions: {
      none: 'Aucun'
      toAppointment: 'Jusqu’au rendez-vous'
      collectResults: 'Pour aller chercher les résultats'
      toOffice: 'Jusqu’à un guichet'
      relative: 'Par un proche'
    }
    consents: {
      oral: 'À l’oral, notice remise'
      written: 'Par écrit'
      byReferrer: 'Par le service qui l’envoie'
    }
    contactChannels: {
      phone: 'Téléphone'
      email: 'E-mail'
      meeting: 'Réunion'
      onSite: 'Sur place'
      letter: 'Courrier'
      video: 'Visio'
    }
    contentStates: {
      draft: 'Brouillon'
      published: 'Publié'
      retired: 'Retiré'
    }
    equipment: {
      workstation: 'Poste informatique complet'
      laptop: 'Ordinateur portable'
      tablet: 'Tablette'
      phone: 'Téléphone'
      printer: 'Imprimante, scanner'
      router: 'Routeur, clé 4G'
      leaflet: 'Dépliant (par droit)'
      poster: 'Affiche, kakemono'
      game: 'Jeu de cartes, jeu sur les droits'
      exhibitionKit: 'Exposition'
      other: 'Autre'
    }
    equipmentGroups: {
      computing: 'Informatique'
      print: 'Imprimés'
      tool: 'Outils d’animation'
    }
    equipmentStates: {
      working: 'En service'
      faulty: 'En panne'
      lent: 'Prêté'
      toReorder: 'À recommander'
      lost: 'Perdu'
      retired: 'Retiré'
    }
    expectations: {
      yes: 'Oui'
      partly: 'En partie'
      no: 'Non'
    }
    frameworks: {
      cls: 'Contrat local de santé'
      clsm: 'Conseil local de santé mentale'
      asv: 'Atelier santé ville'
      cityContract: 'Contrat de ville'
      praps: 'PRAPS'
      abs: 'Analyse des besoins sociaux'
      cnamUnccas: 'Convention CNAM - UNCCAS'
      label: 'Label'
      other: 'Autre'
    }
    funders: {
      ccas: 'CCAS'
      city: 'Ville'
      epci: 'Agglomération, métropole'
      department: 'Département'
      region: 'Région'
      cityPolicy: 'État, politique de la ville (contrat de ville)'
      cget: 'CGET'
      civicService: 'État, service civique'
      arsPraps: 'ARS, PRAPS'
      ars: 'ARS, autre'
      cpam: 'CPAM'
      caf: 'CAF'
      carsat: 'CARSAT'
      feder: 'Union européenne, FEDER'
      fse: 'Union européenne, FSE'
      foundation: 'Fondation'
      mutual: 'Mutuelle'
      own: 'Fonds propres'
      other: 'Autre'
    }
    guideEnds: {
      done: 'Terminé'
      stuck: 'Bloqué'
      later: 'À finir plus tard'
      left: 'Quitté sans rien dire'
    }
    guideKinds: {
      walkthrough: 'Pas à pas'
      sheet: 'Fiche'
      media: 'Vidéo ou support'
      letter: 'Modèle de lettre'
    }
    healthThemes: {
      sleep: 'Sommeil'
      stress: 'Stress, fatigue'
      mentalHealth: 'Santé mentale, moral'
      addictions: 'Tabac, alcool, autres addictions'
      food: 'Alimentation'
      physicalActivity: 'Activité physique'
      teeth: 'Dents'
      eyesEars: 'Yeux et oreilles'
      sexualHealth: 'Vie affective et sexuelle, contraception'
      women: 'Santé des femmes'
      chronic: 'Maladies chroniques'
      vaccines: 'Vaccins et dépistages'
      rights: 'Droits de santé et mutuelle'
      other: 'Autre thème'
    }
    helpReasons: {
      words: 'Je ne comprends pas un mot'
      screenDiffers: 'Ce n’est pas pareil sur mon écran'
      missing: 'Il me manque un papier ou un code'
      fearMistake: 'J’ai peur de me tromper'
    }
    letterEnds: {
      came: 'La personne est venue'
      renewed: 'Déjà renouvelé'
      noAnswer: 'Sans réponse'
      returned: 'Lettre revenue'
    }
    logistics: {
      bus: 'Bus, minibus'
      meal: 'Repas'
      bloodTest: 'Prise de sang avant le départ'
      interpreter: 'Interprète réservé'
      room: 'Salle'
      attraction: 'Activité qui donne envie de venir'
      documents: 'Papiers à apporter rappelés'
      reminderCalls: 'Appels de rappel faits'
      signedSheet: 'Feuille de présence signée'
    }
    measureKinds: {
      measure: 'Mesure du plan d’actions'
      milestone: 'Jalon'
      decision: 'Décision'
    }
    measureStates: {
      proposed: 'Proposé'
      adopted: 'Adopté'
      running: 'En cours'
      done: 'Fait'
      dropped: 'Abandonné'
    }
    nonTakeUpActions: {
      informed: 'Information donnée'
      procedureStarted: 'Démarche lancée'
      appointment: 'Rendez-vous pris'
      resourcePerson: 'Personne ressource sollicitée'
      referral: 'Orientation vers un partenaire'
      appeal: 'Recours, médiateur, Défenseur des droits'
      respected: 'Choix de la personne respecté'
    }
    nonTakeUpOutcomes: {
      open: 'En cours'
      rightOpened: 'Droit ouvert'
      refused: 'Refusé'
      abandoned: 'Abandonné'
      lostTrack: 'Plus de nouvelles'
    }
    nonTakeUpSince: {
      lt3m: 'Moins de 3 mois'
      '312m': '3 à 12 mois'
      gt12m: 'Plus de 12 mois'
      unknown: 'Ne sait pas'
    }
    nonTakeUpTypes: {
      nonKnowledge: 'Non-connaissance'
      nonDemand: 'Non-demande'
      nonReception: 'Non-réception'
      nonProposal: 'Non-proposition'
      unknown: 'Ne sait pas'
    }
    offers: {
      answers: 'Répond aux questions'
      refers: 'Oriente'
      opensRights: 'Aide à ouvrir les droits'
      workshops: 'Ateliers'
      equipment: 'Prêt de matériel, accès internet'
      interpreting: 'Interprétariat'
      healthCheck: 'Bilan de santé'
      domiciliation: 'Domiciliation'
      emergencyAid: 'Aide d’urgence'
    }
    partnershipRoles: {
      operational: 'Opérationnel'
      financial: 'Financier'
      coHost: 'Co-animateur'
      prescriber: 'Prescripteur'
      referenceBody: 'Organisme avec personne ressource'
    }
    partnershipStates: {
      toContact: 'À contacter'
      negotiating: 'En négociation'
      active: 'Actif'
      ended: 'Terminé'
    }
    pathwaySteps: {
      formation: 'Constitution du groupe'
      workshops: 'Ateliers collectifs'
      healthCheck: 'Bilan de santé'
      review: 'Bilan de l’action'
    }
    phases: {
      setup: 'Montage'
      running: 'Fonctionnement'
    }
    programmeStates: {
      design: 'En conception'
      running: 'En cours'
      finished: 'Achevé'
    }
    publics: {
      all: 'Tout public'
      youth: 'Jeunes'
      professionals: 'Professionnels'
      rsa: 'Bénéficiaires du RSA'
      domiciled: 'Personnes domiciliées'
      insertion: 'Salariés en insertion'
      elders: 'Personnes âgées'
      deaf: 'Sourds et malentendants'
      qpv: 'Habitants des QPV'
    }
    referralReplies: {
      met: 'Personne reçue'
      appointment: 'Rendez-vous donné'
      rightOpened: 'Droit ouvert'
      registered: 'Inscrite au parcours'
      notCome: 'Personne non venue'
      notOurs: 'Réorientée'
      noReply: 'Sans réponse'
    }
    referralStates: {
      draft: 'En préparation'
      sent: 'Remise ou envoyée'
      received: 'Reçue'
      answered: 'Réponse reçue'
      closed: 'Close'
      withdrawn: 'Retirée par la personne'
    }
    requestKinds: {
      situation: 'Situation particulière'
      advice: 'Conseil technique'
      session: 'Demande d’information collective'
      resourcePerson: 'Question à une personne ressource'
      question: 'Question d’un professionnel (savoir partagé)'
      contact: 'Prise de contact'
    }
    requestResults: {
      answered: 'Réponse donnée'
      resourcePerson: 'Transmis à une personne ressource'
      appointment: 'Rendez-vous usager proposé'
      session: 'Séance programmée'
      pending: 'En attente'
      unsolved: 'Sans solution'
    }
    resourceTypes: {
      salary: 'Salaires'
      civicService: 'Service civique, avec tutorat'
      tutoring: 'Tutorat'
      partnerTime: 'Temps d’un partenaire'
      volunteerTime: 'Temps bénévole'
      coordination: 'Coordination, réunions'
      preparation: 'Préparation'
      hosting: 'Animation, accueil'
      workstations: 'Postes informatiques'
      room: 'Mise à disposition de locaux'
      loan: 'Prêt d’outil, jeu, exposition'
      communication: 'Communication (plaquettes, kakemono)'
      supplies: 'Fournitures, connexion'
      travel: 'Frais de déplacement'
      meal: 'Repas'
      examination: 'Examen de santé'
      intervention: 'Intervention d’un partenaire'
      interpreting: 'Interprétariat'
      other: 'Autre'
    }
    resourceTypesGroups: {
      people: 'Moyens humains'
      material: 'Moyens matériels'
      running: 'Fonctionnement'
      action: 'Action'
    }
    rightStates: {
      toPrepare: 'À préparer'
      filled: 'Rempli et vérifié par la personne'
      handed: 'Remis à l’équipe'
      sent: 'Envoyé'
      received: 'Reçu par l’organisme'
      incomplete: 'Pièce demandée'
      granted: 'Droit ouvert'
      refused: 'Refusé'
      abandoned: 'Abandonné'
      ended: 'Droit terminé'
    }
    runModes: {
      practice: 'Entraînement'
      self: 'Seul·e sur la borne'
      withHelper: 'Avec un aidant'
      inGroup: 'En groupe'
      learnFrench: 'Apprendre le français'
      voice: 'Posé à voix haute'
      tally: 'Comptage du groupe'
    }
    satisfaction: {
      '1': 'Très mécontent·e'
      '2': 'Mécontent·e'
      '3': 'Ni satisfait·e ni mécontent·e'
      '4': 'Satisfait·e'
      '5': 'Très satisfait·e'
    }
    scales: {
      qpv: 'Quartiers politique de la ville'
      city: 'Ville'
      epci: 'Agglomération'
      department: 'Département'
      region: 'Région'
    }
    schemes: {
      cmu: 'Couverture maladie universelle (CMU de base)'
      puma: 'Couverture maladie de base (PUMa)'
      cmuC: 'CMU complémentaire (CMU-C)'
      acs: 'Aide au paiement d’une complémentaire santé (ACS)'
      c2s: 'Complémentaire santé solidaire (C2S)'
      ame: 'Aide médicale de l’État (AME)'
      rmi: 'RMI, allocation de parent isolé'
      rsa: 'RSA'
      rsaActivity: 'RSA activité, prime pour l’emploi'
      ppa: 'Prime d’activité'
      family: 'Prestations familiales'
      aah: 'AAH, droits MDPH'
      aspa: 'Minimum vieillesse (ASPA)'
      pension: 'Retraite'
      unemployment: 'Allocation chômage'
      youthGuarantee: 'Garantie jeunes'
      cej: 'Contrat d’engagement jeune'
      housing: 'Aide au logement (APL, ALS, ALF)'
      energyVoucher: 'Chèque énergie'
      socialHousing: 'Demande de logement social'
      domiciliation: 'Domiciliation'
      residencePermit: 'Titre de séjour'
      identityPaper: 'Carte d’identité, passeport'
      eps: 'Bilan de santé (EPS)'
      other: 'Autre droit'
    }
    schemesGroups: {
      healthCover: 'Couverture santé'
      socialBenefit: 'Prestation sociale'
      housing: 'Logement et énergie'
      address: 'Domiciliation'
      work: 'Emploi et formation'
      officialPaper: 'Papier officiel'
      healthCheck: 'Prévention santé'
      other: 'Autre droit'
    }
    sendingProofs: {
      onlineReceipt: 'Accusé en ligne'
      registered: 'Recommandé'
      counterStamp: 'Tampon du guichet'
      partnerWord: 'Confirmé par le partenaire'
      none: 'Aucune'
    }
    specialities: {
      office: 'Organisme, guichet'
      examCentre: 'Centre d’examens de santé'
      generalPractice: 'Médecin généraliste'
      dental: 'Dentiste'
      eyes: 'Ophtalmologiste'
      otherSpecialist: 'Autre spécialiste'
      other: 'Autre'
    }
    tallies: {
      visitors: 'Passages'
      leaflets: 'Dépliants remis'
      vouchersGiven: 'Bons remis'
      vouchersUsed: 'Bons utilisés'
      appointmentsTaken: 'Rendez-vous pris sur place'
      turnedAway: 'Personnes non reçues faute de place'
      accountsOpened: 'Comptes ouverts'
    }
    themes: {
      accessToRights: 'Accès aux droits'
      dematerialisation: 'Dématérialisation'
      healthRights: 'Droits de santé'
      prevention: 'Prévention santé'
      domiciliation: 'Domiciliation'
      youth: 'Jeunes'
      digitalTool: 'Outil numérique'
      workingPoor: 'Travailleurs pauvres'
      outreach: 'Aller vers'
      nonTakeUp: 'Non-recours'
      disability: 'Handicap'
      language: 'Apprentissage du français'
      other: 'Autre'
    }
    units: {
      cent: 'Euros (en centimes)'
      minute: 'Temps (en minutes)'
      none: 'Sans montant'
    }
    workshopLevels: {
      beginner: 'Débutant'
      intermediate: 'Intermédiaire'
      advanced: 'Avancé'
    }
    yesNoUnknown: {
      yes: 'Oui'
      no: 'Non'
      unknown: 'Ne sait pas'
    }
  }
}
