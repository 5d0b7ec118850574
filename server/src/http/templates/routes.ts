import { TemplateList } from '@talkoot/protocol';
import { BUILTIN_TEMPLATES, builtinTemplate, CATEGORIES, Template } from '@talkoot/templates';
import { z } from 'zod';
import { ProblemError } from '../../problem.ts';
import { type Route, route } from '../kit/route.ts';

const TemplatePath = z.object({ id: z.string().max(80) });

/** Templates that workshops can start from. */
export function templateRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/templates',
      summary: 'Templates that a workshop can start from, in short',
      answer: TemplateList,
      handle: () => ({ categories: [...CATEGORIES], templates: [...BUILTIN_TEMPLATES] }),
    }),
    route({
      method: 'get',
      path: '/templates/:id',
      summary: 'One template with its frames and agenda',
      params: TemplatePath,
      answer: Template,
      problems: ['not-found'],
      handle({ params }) {
        const template = builtinTemplate(params.id);
        if (!template) throw new ProblemError('not-found');
        return template;
      },
    }),
  ];
}
