import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessIssuerKind, isYear, proposedYear } from '../src/issuer';

const KINDS = {
  东岭省人民政府: 'province',
  东岭省: 'province',
  江州市人民政府: 'city',
  青山县人民政府: 'county',
  江州市城北区: 'county',
  临江新区人民政府: 'county',
  临江新区管理委员会: 'zone',
  江州经济技术开发区: 'zone',
  江州市司法局: 'department',
  江州市卫生健康委员会: 'department',
  东岭省民政厅: 'department',
  青山县石桥镇人民政府: 'township',
  青山县石桥乡: 'township',
  江州市城北区河东街道办事处: 'subdistrict',
};

for (const [issuer, kind] of Object.entries(KINDS)) {
  test(`${issuer} is proposed as ${kind}`, () => assert.equal(guessIssuerKind(issuer), kind));
}

test('an unknown name proposes nothing', () => assert.equal(guessIssuerKind('青山'), undefined));

test('the year before is proposed until the middle of the year', () => {
  assert.equal(proposedYear(new Date(2025, 0, 20)), 2024);
  assert.equal(proposedYear(new Date(2025, 5, 30)), 2024);
  assert.equal(proposedYear(new Date(2025, 6, 1)), 2025);
});

test('a year has four digits of our time', () => {
  assert.deepEqual(['2024', ' 2024 ', '24', '20245', '二〇二四', '3024'].map(isYear), [
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
