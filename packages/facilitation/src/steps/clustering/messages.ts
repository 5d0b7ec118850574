import { defineMessages } from '@talkoot/i18n';

export const clusteringMessages = defineMessages({
  en: {
    'step.clustering.name': 'Cluster and name',
    'step.clustering.about': 'Notes are brought together in clusters, and the clusters get names.',
    'step.clustering.todo': 'Move notes that belong together, and name the clusters.',
    'step.clustering.set.maxGroups': 'Clusters, at most',
    'step.clustering.set.naming': 'Clusters get names',
  },
  fi: {
    'step.clustering.name': 'Ryhmittely ja otsikointi',
    'step.clustering.about': 'Laput kootaan yhdessä rypäiksi, ja rypäille annetaan nimet.',
    'step.clustering.todo': 'Siirrä samaa tarkoittavat laput yhteen ja nimeä rypäät.',
    'step.clustering.set.maxGroups': 'Rypäitä enintään',
    'step.clustering.set.naming': 'Rypäät nimetään',
  },
  sv: {
    'step.clustering.name': 'Gruppering och rubriker',
    'step.clustering.about': 'Lapparna förs tillsammans till kluster som får namn.',
    'step.clustering.todo': 'För samman lappar som hör ihop och ge klustren namn.',
    'step.clustering.set.maxGroups': 'Kluster, högst',
    'step.clustering.set.naming': 'Klustren får namn',
  },
});
