import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import type { Presence } from '#sync/presence.tsx'
import { CheckStep } from './CheckStep.tsx'
import { NameStep } from './NameStep.tsx'
import { PinStep } from './PinStep.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { SlotsStep } from './SlotsStep.tsx'
import { type Step, steps } from './setupAnswers.ts'
import { useSetupAnswers } from './useSetupAnswers.ts'
import { YouStep } from './YouStep.tsx'

interface SetupStepsProps {
  readonly secret: string | null
  /** The server knows the device already: the code of the team is chosen, only the settings are missing. */
  readonly isUnfinished: boolean
  readonly onBegin: () => void
  readonly onInstalled: (key: DeviceKey | null, presence: Presence) => void
}

/** What every step is given. */
export interface StepProps {
  readonly step: number
  readonly steps: number
  readonly onNext: () => void
  readonly onBack: (() => void) | undefined
}

/** One question at a time; the step is in the address, so Back and a reload behave (NAV-1, NAV-2). */
export function SetupSteps({ secret, isUnfinished, onBegin, onInstalled }: SetupStepsProps) {
  const [params, setParams] = useSearchParams()
  const answering = useSetupAnswers()
  const [pin, setPin] = useState('')
  const asked: readonly Step[] = isUnfinished ? steps.filter((step) => step !== 'pin') : steps
  const current = asked.find((step) => step === params.get('etape')) ?? (isUnfinished ? 'check' : 'network')
  if (answering === null) return null
  const go = (step: Step) => setParams({ etape: step })
  const at = asked.indexOf(current)
  const previous = asked[at - 1]
  const next = asked[at + 1]
  const shared: StepProps = {
    step: at + 1,
    steps: asked.length,
    onNext: () => next && go(next),
    onBack: previous && (() => go(previous)),
  }
  const { answers, change, draft, isResumed } = answering
  switch (current) {
    case 'network':
    case 'site':
      return (
        <NameStep
          key={current}
          field={current}
          answers={answers}
          onChange={change}
          isResumed={isResumed}
          {...shared}
        />
      )
    case 'place':
      return <PlaceStep answers={answers} onChange={change} {...shared} />
    case 'slots':
      return <SlotsStep answers={answers} onChange={change} {...shared} />
    case 'pin':
      return <PinStep pin={pin} onPin={setPin} {...shared} />
    case 'you':
      return <YouStep answers={answers} onChange={change} {...shared} />
    case 'check':
      return (
        <CheckStep
          answers={answers}
          draft={draft}
          pin={pin}
          secret={secret}
          isUnfinished={isUnfinished}
          onGo={go}
          onBegin={onBegin}
          onInstalled={onInstalled}
          {...shared}
        />
      )
    default:
      return current satisfies never
  }
}
