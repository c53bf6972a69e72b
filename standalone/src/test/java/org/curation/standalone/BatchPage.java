package org.curation.standalone;

import java.util.List;

/** A page that holds others, touches everything in them and says what came of it. */
final class BatchPage {
  private static final String SCRIPT =
      """
      <!doctype html><html><body><script>
      var fired = {}, found = [];
      function f(id) { fired[id] = 1; return true; }
      function touch(frame) {
        var id = frame.dataset.id, inner;
        try { inner = frame.contentDocument; } catch (e) { inner = null; }
        if (!inner || !inner.documentElement) { found.push(id + ' left its page'); return; }
        inner.querySelectorAll('*').forEach(function (element) {
          for (var i = 0; i < element.attributes.length; i++) {
            var name = element.attributes[i].name.toLowerCase();
            if (name.indexOf('on') === 0 || name === 'srcdoc' || name === 'formaction') {
              found.push(id + ' ' + element.localName + ' ' + name);
            }
          }
          ['href', 'src', 'action', 'xlink:href'].forEach(function (name) {
            var value = element.getAttribute(name);
            if (value === null) { return; }
            var link = inner.createElement('a');
            link.setAttribute('href', value);
            if (['http:', 'https:', 'mailto:', 'tel:', ''].indexOf(link.protocol) < 0
                && !/^data:image\\/(png|jpeg|gif|webp);base64,/.test(value)) {
              found.push(id + ' ' + element.localName + ' ' + name + ' ' + link.protocol);
              try { element.dispatchEvent(new MouseEvent('click', {bubbles: true})); } catch (e) {}
            }
          });
          if (/^(script|iframe|object|embed|base|meta|link|style|form|svg|math)$/.test(element.localName)
              && !(element.localName === 'meta' && element.parentNode.localName === 'head')) {
            found.push(id + ' ' + element.localName);
          }
          ['mouseover', 'mouseenter', 'mousemove', 'pointerover', 'focus', 'keydown', 'click', 'wheel',
            'toggle', 'scroll', 'cut'].forEach(function (type) {
            if (type !== 'click' || element.localName !== 'a') {
              element.dispatchEvent(new Event(type, {bubbles: false}));
            }
          });
        });
      }
      window.addEventListener('load', function () {
        setTimeout(function () {
          var frames = document.querySelectorAll('iframe');
          frames.forEach(touch);
          setTimeout(function () {
            document.body.setAttribute('data-result',
              frames.length + '|' + Object.keys(fired).join(',') + '|' + found.join(';'));
          }, 1500);
        }, 1500);
      });
      </script>
      """;

  private BatchPage() {}

  static String of(List<Integer> ids) {
    StringBuilder page = new StringBuilder(SCRIPT);
    for (int id : ids) {
      page.append("<iframe data-id=%d src=\"/v/v-%d/\"></iframe>%n".formatted(id, id));
    }
    return page.append("</body></html>").toString();
  }
}
