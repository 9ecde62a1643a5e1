// Written by tests/localeTypes.ts from locales/fr; tests/locales.test.ts fails when it is not current.
import 'i18next'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Resources
  }
}

export interface Resources {
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
    outcomes: {
      informed: 'Information donnée'
    }
    outcomesShort: {
      informed: 'Information'
    }
  }
}
