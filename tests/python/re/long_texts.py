# Long texts and deep repetition need no recursion; matching is linear where it can be.
import re

text = 'ab' * 200_000
print(len(re.match('(?:ab)*', text)[0]), len(re.match('(a|b)*', text)[0]), len(re.match('(?:a|b)*?$', text)[0]), re.match('(?:a|b)*c', text))
print(len(re.findall('ab', text)), len(re.sub('a', '', text)), len(re.split('b', text)), re.search('ba$', text), re.search('c', text), re.search('a.*b', text).end())
print(re.match('(?:(?:a)b){100}', text).end(), re.match('(?:ab){3,5}?', text).end(), re.fullmatch('(?:[ab]{2})+', text) is not None, re.match('(?=(?:ab)+$)a', text).span())
print(len(re.findall(r'\w+', 'word ' * 50_000)), re.search('é', 'e' * 100_000 + 'é').start(), re.search('日', 'e' * 100_000 + '日').start(), re.search('😀+', 'e' * 10 + '😀😀').span())
print(re.match('(' * 90 + 'a' + ')' * 90, 'a').lastindex, len(re.compile('|'.join('w%d' % i for i in range(2000))).findall('w1999 w5')), re.compile('(a)' * 150).groups)
print(re.match('(?:a?){20}a{20}', 'a' * 20) is not None, re.match('(x+x+)+y', 'x' * 18), re.match('(?:a{1000}){3}', 'a' * 3000).end())
try:
    re.compile('(' * 5000 + ')' * 5000)
except RecursionError as e:
    print('RecursionError')
