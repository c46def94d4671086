// The page gets the server's clock: whatever asks for the time from here on is told the server's, which then ticks on.
(function () {
  'use strict';
  const offset = Number(document.currentScript.dataset.now) - Date.now();
  const MachineDate = Date;
  class ServerDate extends MachineDate {
    constructor(...values) {
      if (values.length === 0) {
        super(MachineDate.now() + offset);
      } else {
        super(...values);
      }
    }

    static now() {
      return MachineDate.now() + offset;
    }
  }
  window.Date = ServerDate;
})();
