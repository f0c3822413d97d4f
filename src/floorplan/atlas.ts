import { type Address, depthOf } from '../cluster/address.ts';
import type { SiteLayout } from '../scenario/scenario.ts';
import { cubePlan } from './cube.ts';
import { buildingPlan, campusPlan, hallPlan, rowPlan } from './grounds.ts';
import { chipPlan, corePlan, headPlan, trayPlan, ultraServerPlan } from './machines.ts';
import type { Plan } from './plan.ts';

/** The plan of an address of the site; a server is drawn within its UltraServer, whose torus is four grids, or `unfolded`
 *  into a cube. */
export function planOf(site: SiteLayout, address: Address, unfolded = false): Plan {
  switch (depthOf(address)) {
    case 'campus':
      return campusPlan(site);
    case 'building':
      return buildingPlan(site, address);
    case 'hall':
      return hallPlan(site, address);
    case 'row':
      return rowPlan(site, address);
    case 'ultraserver':
    case 'server':
      return unfolded ? cubePlan(site, address) : ultraServerPlan(site, address);
    case 'tray':
      return address[5] === 1 ? headPlan() : trayPlan(site, address);
    case 'chip':
      return chipPlan(site, address);
    case 'core':
      return corePlan(site, address);
  }
}
