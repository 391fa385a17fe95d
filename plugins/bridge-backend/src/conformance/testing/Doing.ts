import fc from 'fast-check';
import { Draw } from './Draw';
import { PlantModel } from './PlantModel';
import { RealPlant } from './RealPlant';

/** Something that is done in the model and in the plant alike. */
export interface Doing {
  name: string;
  /** Whether there is something to do it with; always, where it is left out. */
  can?(model: PlantModel): boolean;
  run(model: PlantModel, real: RealPlant, draw: Draw): Promise<void>;
}

/** One doing with the choices that were drawn for it. */
class DrawnDoing implements fc.AsyncCommand<PlantModel, RealPlant> {
  constructor(
    private readonly doing: Doing,
    private readonly numbers: number[],
  ) {}

  check(model: Readonly<PlantModel>): boolean {
    return this.doing.can?.(model) ?? true;
  }

  run(model: PlantModel, real: RealPlant): Promise<void> {
    return this.doing.run(model, real, new Draw(this.numbers));
  }

  toString(): string {
    return `${this.doing.name}(${this.numbers.join(' ')})`;
  }
}

/** All ways to do something, for fast-check to choose from. */
export function drawn(
  doing: Doing,
): fc.Arbitrary<fc.AsyncCommand<PlantModel, RealPlant>> {
  const numbers = fc.array(fc.nat(999), { minLength: 8, maxLength: 8 });
  return numbers.map(chosen => new DrawnDoing(doing, chosen));
}
