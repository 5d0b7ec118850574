import { defineMessages } from '@talkoot/i18n';

export const clusterMessages = defineMessages({
  en: {
    'kind.cluster.name': 'Cluster',
    'kind.cluster.count_one': '{{count}} cluster',
    'kind.cluster.count_other': '{{count}} clusters',
  },
  fi: {
    'kind.cluster.name': 'Rypäs',
    'kind.cluster.count_one': '{{count}} rypäs',
    'kind.cluster.count_other': '{{count}} rypästä',
  },
  sv: {
    'kind.cluster.name': 'Kluster',
    'kind.cluster.count_one': '{{count}} kluster',
    'kind.cluster.count_other': '{{count}} kluster',
  },
});
